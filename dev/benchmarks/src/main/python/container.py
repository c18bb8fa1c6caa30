"""What checks of running containers and Compose scenarios cost, beside what others need for the same."""

import json
import re
import sys

import engine
import peers
import profiles
import programs
from measure import Command, Figure, alternate, seconds, wall
from programs import Programs, WarmJvm

PARTS = ("files", "walk", "testinfra", "scenario", "parallel", "series")
CHECKS = 1_000
ENTRIES = 10_000
SETUID = 10
PROPERTIES = ("exists", "mode", "uid", "gid")
SIDE_BY_SIDE = 8
SERIES = 50
WARM_UP = 12

TREE = f"""
mkdir -p /tree && cd /tree && for d in $(seq 100); do mkdir $d; (cd $d && touch $(seq {ENTRIES // 100 - 1})); done
for d in $(seq {SETUID}); do chmod 4755 $d/1; done
find /tree -mindepth 1 | wc -l
"""

COMPOSE = """
compose() { docker compose --progress quiet --project-name seatrial-benchmark-$$-"$1" --file "$file" "$2" $3 $4; }
once() { compose "$1" up --detach --wait && compose "$1" down --volumes; }
file=$1 all=
for i in $(seq "$2"); do once "$i" & all="$all $!"; done
for each in $all; do wait "$each" || exit; done
"""

VOLUMES = """
services:
  static:
    image: seatrial/static:1.0
    volumes: [named:/named, /anonymous]
    healthcheck:
      interval: 1s
      start_period: 10s
      start_interval: 250ms
volumes:
  named:
"""

TESTINFRA = """
import pytest

FILES = %(files)s


@pytest.mark.parametrize("path,mode,uid,gid", FILES)
@pytest.mark.parametrize("name", ["exists", "mode", "uid", "gid"])
def test_file(host, name, path, mode, uid, gid):
    expected = {"exists": True, "mode": mode, "uid": uid, "gid": gid}
    assert getattr(host.file(path), name) == expected[name]
"""


class Bench(Programs):
    def __init__(self, options, scratch):
        super().__init__("container", options, scratch)
        self.image = options.image
        self.prepared = False

    def facts(self):
        return [
            ("engine", f"{engine.version()}, Compose {engine.compose_version()}"),
            ("image", self.image),
        ]

    # -- looking into a container

    def files(self):
        note = "existence, mode and owner; goss runs in the container, and its copying is not counted"
        self.report.section(f"{CHECKS:,} file checks on a running container", note)
        with engine.container(self.image) as container:
            chosen = choose(container, CHECKS)
            commands = self.looking(container, "files", *of_files(chosen))
            self.with_goss(commands, container, chosen)
            samples = self.take_turns(commands)
            self.took("whole command", samples["command"])
            self.report.line("in a warm JVM", str(wall(samples["warm"])))
            if "goss" in samples:
                self.took("docker exec … goss validate", samples["goss"])
                self.beside("goss ÷ Seatrial, in a warm JVM", wall(samples["goss"]), wall(samples["warm"]), 1)
                self.beside("goss ÷ Seatrial, whole command", wall(samples["goss"]), wall(samples["command"]), 1)
            with engine.execs(container) as seen:
                commands["command"].once()
            self.report.at_most("execs of the whole command, by the engine's events", len(seen), 2, str)
            if not seen:
                raise SystemExit("dev/benchmark: the engine told of no exec, so none was counted")

    def with_goss(self, commands, container, chosen):
        try:
            program, version = peers.goss()
        except peers.Missing as e:
            self.report.skip("goss", str(e))
            return
        file = self.scratch / "goss.json"
        stated = {f.path: {"exists": True, "mode": f.mode, "uid": f.uid, "gid": f.gid} for f in chosen}
        file.write_text(json.dumps({"file": stated}), encoding="utf-8")
        file.chmod(0o644)
        engine.docker("cp", program, f"{container}:/goss")
        engine.docker("cp", file, f"{container}:/goss.json")
        goss = Command(["docker", "exec", container, "/goss", "--gossfile", "/goss.json", "validate"])
        told = goss.once().output.decode("utf-8", "replace").splitlines()[-1]
        expected = f"Count: {len(chosen) * len(PROPERTIES)}, Failed: 0, Skipped: 0"
        if told != expected:
            raise SystemExit(f"dev/benchmark: goss said {told!r} and not {expected!r}")
        self.report.line("goss", version)
        commands["goss"] = goss

    def walk(self):
        self.report.section(f"{ENTRIES:,} entries walked for the {SETUID} that are setuid")
        with engine.container(self.image) as container:
            made = engine.docker("exec", "--user", "0", container, "sh", "-c", TREE).strip()
            if made != str(ENTRIES):
                raise SystemExit(f"dev/benchmark: the tree has {made} entries and not {ENTRIES}")
            listed = "setuid\t/tree/**\t4755"
            declared = 'files("/tree/**").that(are(setuid())).should(each(haveMode("4755")))'
            commands = self.looking(container, "walk", [listed], [declared])
            commands["find"] = Command(["docker", "exec", container, "find", "/tree", "-perm", "-4000"])
            samples = self.take_turns(commands)
            found = len(samples["find"][0].output.splitlines())
            if found != SETUID:
                raise SystemExit(f"dev/benchmark: find told of {found} files and not {SETUID}")
            self.took("whole command", samples["command"])
            self.report.line("in a warm JVM", str(wall(samples["warm"])))
            self.took("docker exec … find -perm -4000", samples["find"])
            self.beside("find ÷ Seatrial, in a warm JVM", wall(samples["find"]), wall(samples["warm"]), 1)
            self.beside("find ÷ Seatrial, whole command", wall(samples["find"]), wall(samples["command"]), 1)

    def testinfra(self):
        self.report.section("100 properties of 25 files", "existence, mode, user, group; testinfra's docker backend")
        try:
            program = peers.testinfra()
        except peers.Missing as e:
            self.report.skip("testinfra", str(e))
            return
        with engine.container(self.image) as container:
            chosen = choose(container, 25)
            commands = self.looking(container, "testinfra", *of_files(chosen))
            rows = [(f.path, int(f.mode, 8), f.uid, f.gid) for f in chosen]
            file = self.scratch / "test_files.py"
            file.write_text(TESTINFRA % {"files": rows}, encoding="utf-8")
            pytest = [program, "-q", "-p", "no:cacheprovider", f"--hosts=docker://{container}", file]
            samples = self.take_turns(commands)
            peer = [Command(pytest).once() for _ in range(min(3, self.repetitions))]
            self.took("whole command", samples["command"])
            self.report.line("in a warm JVM", str(wall(samples["warm"])))
            self.took(f"pytest with testinfra {peers.TESTINFRA}, {len(peer)} times", peer)
            own = Figure.of(told_by_pytest(s.output) for s in peer)
            self.report.line("  of that by its own account", str(own))
            self.beside("testinfra, by its own account ÷ Seatrial, in a warm JVM", own, wall(samples["warm"]), 20)
            self.beside("testinfra ÷ Seatrial, whole command", wall(peer), wall(samples["command"]), 20)

    def looking(self, container, name, listed, declared):
        """Return the same checks as work of a warm JVM and as a whole command."""
        file = self.scratch / f"{name}.checks"
        file.write_text("".join(f"{line}\n" for line in listed), encoding="utf-8")
        jar = profiles.profile(declared, self.scratch / f"{name}-profile", self.java_home, self.classpath)
        arguments = ("check", f"container:{container}", "--profile", profiles.PROFILE, "--classpath", jar)
        if not self.prepared:
            self.prepare_command(self.java_home)
            self.prepared = True
        return {
            "warm": WarmJvm(self.java("CheckContainer", container, file)),
            "command": self.seatrial(*arguments),
        }

    def take_turns(self, commands, warm_up=WARM_UP):
        with commands["warm"] as jvm:
            jvm.warm(warm_up)
            return alternate(commands, self.repetitions)

    # -- scenarios

    def scenario(self):
        for name in ("nginx", "static"):
            self.report.section(f"the scenario {name}: start to ready, and removal", "docker compose up --wait; down --volumes")
            ours, peer = self.deploying(self.top / f"compose-scenarios/{name}/compose.yaml", 1, self.repetitions)
            target = 1.05 * peer.median + 0.3
            self.report.at_most("Seatrial, target 1.05 × docker compose + 0.3 s", ours.median, target, seconds)

    def parallel(self):
        title = f"{SIDE_BY_SIDE} scenarios nginx side by side, each from start to removal"
        self.report.section(title, "wall time until the last is gone")
        file = self.top / "compose-scenarios/nginx/compose.yaml"
        ours, peer = self.deploying(file, SIDE_BY_SIDE, min(3, self.repetitions))
        self.report.at_most("Seatrial ÷ docker compose", ours.median / peer.median, 1.3, lambda v: f"{v:.3g} ×")

    def deploying(self, file, count, repetitions):
        """Return what Seatrial and docker compose need to deploy and remove this so many times side by side."""
        require_images(file)
        peer = Command(["sh", "-c", COMPOSE, "sh", file, count])
        with WarmJvm(self.java("DeployScenarios", count, file)) as jvm:
            jvm.warm(2)
            samples = alternate({"warm": jvm, "compose": peer}, repetitions)
        ours, theirs = wall(samples["warm"]), wall(samples["compose"])
        self.report.line("docker compose", str(theirs))
        self.report.line("Seatrial, in a warm JVM", str(ours))
        self.report.line("  Seatrial ÷ docker compose", f"{ours.median / theirs.median:.3g} ×")
        return ours, theirs

    def series(self):
        note = "a network, a named and an anonymous volume each; all containers, networks and volumes before and after"
        self.report.section(f"{SERIES} deployments in a row", note)
        file = self.scratch / "compose.yaml"
        file.write_text(VOLUMES, encoding="utf-8")
        before = engine.objects()
        with WarmJvm(self.java("DeployScenarios", 1, file)) as jvm:
            figure = wall([jvm.once() for _ in range(SERIES)])
            pid = jvm.process.pid
        left = sorted(engine.objects() - before - engine.objects_of_others(pid))
        self.report.line("each", str(figure))
        self.report.at_most("objects that are left", len(left), 0, str)
        for each in left:
            self.report.line("  left", each)


class Stated:
    """A file as it is in the container."""

    def __init__(self, line):
        mode, self.uid, self.gid, self.path = line.split(" ", 3)
        self.mode = mode.rjust(4, "0")
        self.uid, self.gid = int(self.uid), int(self.gid)


def choose(container, count):
    """Return this many files, evenly from all that the container's user can see."""
    script = "find / -xdev -type f -printf '%m %U %G %p\\n' 2>/dev/null; :"
    lines = engine.docker("exec", container, "sh", "-c", script).splitlines()
    plain = sorted((f for f in map(Stated, lines) if re.fullmatch(r"[\w./+-]+", f.path)), key=lambda f: f.path)
    if len(plain) < count:
        raise SystemExit(f"dev/benchmark: the image has {len(plain)} files of a plain name and not {count}")
    step = len(plain) / count
    return [plain[int(i * step)] for i in range(count)]


def of_files(chosen):
    """Return checks of these files twice: as lines of a list, and as expressions of Java."""
    listed = [f"file\t{f.path}\t{f.mode}\t{f.uid}\t{f.gid}" for f in chosen]
    declared = [
        f'file("{f.path}").should(exist(), haveMode("{f.mode}"), beOwnedBy({f.uid}, {f.gid}))' for f in chosen
    ]
    return listed, declared


def told_by_pytest(output):
    """Return the seconds that pytest says it took for 100 tests that passed."""
    text = output.decode("utf-8", "replace")
    told = re.search(r"^100 passed in ([\d.]+)s", text, re.MULTILINE)
    if not told:
        raise SystemExit(f"dev/benchmark: testinfra did not judge 100 properties to hold: {text[-500:]}")
    return float(told.group(1))


def require_images(file):
    for image in engine.docker("compose", "--file", file, "config", "--images").split():
        engine.require(image)


def options():
    parser = programs.options("container", list(PARTS))
    parser.add_argument("--image", default="seatrial/postgresql:15")
    return programs.given(parser, PARTS)


if __name__ == "__main__":
    sys.exit(programs.main(options(), PARTS, Bench))
