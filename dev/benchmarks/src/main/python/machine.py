"""What the measurements were made on."""

import os
import platform
import re
import subprocess


def load():
    return os.getloadavg()[0]


def is_busy():
    """Tell whether others use more than half a processor, so that figures would be theirs as well."""
    return load() > 0.5


def version(*command):
    """Return the first line of what a command says of itself, or that it is missing."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
    except FileNotFoundError:
        return "missing"
    return done.stdout.decode("utf-8", "replace").strip().splitlines()[0]


def processor_name():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            found = re.search(r"^model name\s*:\s*(.*)$", file.read(), re.MULTILINE)
    except OSError:
        found = None
    return found.group(1) if found else platform.machine()


def memory():
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def jdk_version(home):
    with open(os.path.join(home, "release"), encoding="utf-8") as file:
        return re.search(r'^JAVA_VERSION="(.*)"', file.read(), re.MULTILINE).group(1)


def facts(jdks):
    """Return name and value of everything that decides what the figures are."""
    rows = [
        ("processor", f"{os.cpu_count()} × {processor_name()}"),
        ("memory", f"{memory() / (1 << 30):.0f} GiB"),
        ("system", f"{platform.system()} {platform.release().split('-')[0]}"),
        ("load average", f"{load():.1f}" + (" (BUSY: times are of several programs)" if is_busy() else "")),
        ("JDK", ", ".join(jdk_version(home) for home in jdks)),
    ]
    rows += [(name, version(name, "--version")) for name in ("tar", "gzip", "sha256sum", "python3")]
    return rows
