"""The Docker engine, as its own command shows it."""

import subprocess
import time
from contextlib import contextmanager


def docker(*arguments):
    done = subprocess.run(
        ["docker", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise SystemExit(f"dev/benchmark: docker {arguments[0]} failed: {said}")
    return done.stdout.decode("utf-8", "surrogateescape")


def version():
    return docker("version", "--format", "{{.Server.Version}}").strip()


def compose_version():
    return docker("compose", "version", "--short").strip()


def require(image):
    if not docker("image", "ls", "--quiet", image).strip():
        raise SystemExit(f"dev/benchmark: there is no image {image}: run dev/examples build")


@contextmanager
def container(image):
    """Give a running container that does nothing, and remove it afterwards."""
    require(image)
    made = docker("run", "--detach", "--init", "--entrypoint", "sleep", image, "infinity").strip()
    try:
        yield made
    finally:
        docker("rm", "--force", "--volumes", made)


@contextmanager
def execs(of):
    """Give a list to which the commands that are run in a container are added when it is left."""
    arguments = ["docker", "events", "--filter", f"container={of}", "--filter", "event=exec_create"]
    watch = subprocess.Popen([*arguments, "--format", "{{.Action}}"], stdout=subprocess.PIPE)
    seen = []
    time.sleep(0.5)  # Until it listens; and until it has heard.
    try:
        yield seen
        time.sleep(0.5)
    finally:
        watch.terminate()
        seen += watch.communicate()[0].decode("utf-8", "replace").splitlines()


def objects(*filters):
    """Return all containers, networks and volumes that there are, or those that pass the filters."""
    arguments = [word for each in filters for word in ("--filter", each)]
    listed = {
        "container": docker("ps", "--all", "--quiet", "--no-trunc", *arguments),
        "network": docker("network", "ls", "--quiet", "--no-trunc", *arguments),
        "volume": docker("volume", "ls", "--quiet", *arguments),
    }
    return {f"{kind} {name}" for kind, names in listed.items() for name in names.split()}


def objects_of_others(pid):
    """Return what runs of Seatrial have made that are not the process of this number."""
    return objects("label=org.seatrial.run") - objects(f"label=org.seatrial.pid={pid}")
