"""Seatrial's own programs: those of this module, each in a JVM of its own, and the command."""

import argparse
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

import machine
from measure import Command, Figure, Sample, processor, run, seconds, wall
from report import Report


class Programs:
    """What all measurements share: where Seatrial is, how it is started, and where figures go."""

    def __init__(self, name, options, scratch):
        self.top = Path(options.top)
        self.options = options
        self.scratch = scratch
        self.repetitions = options.repetitions
        self.java_home = Path(os.environ["JAVA_HOME"])
        self.jdks = [self.java_home]
        target = self.top / "dev/benchmarks/target"
        jar = next(target.glob("seatrial-benchmark-*.jar"))
        self.classpath = f"{jar}:{(target / 'classpath').read_text().strip()}"
        self.archive = scratch / "classes.jsa"
        self.launcher = self.top / "dev/seatrial"
        self.memory = {}
        self.report = Report(name)

    def java(self, program, *arguments, flags=(), home=None):
        """Return a program of the module in a JVM of its own."""
        flags = flags or ((f"-XX:SharedArchiveFile={self.archive}",) if self.archive.exists() and not home else ())
        start = [(home or self.java_home) / "bin/java", *flags, "-cp", self.classpath]
        return Command([*start, f"org.seatrial.benchmark.{program}", *arguments])

    def seatrial(self, *arguments, home=None, cache=None):
        """Return a run of the command, by its launcher."""
        home = home or self.java_home
        environment = {"JAVA_HOME": str(home), "SEATRIAL_CACHE": str(cache or self.scratch / "cache"), **self.memory}
        return Command([self.launcher, *arguments], environment=environment)

    def prepare_command(self, home):
        """Have an archive of classes (CDS), which the launcher makes in the background at its first run."""
        run(self.seatrial("version", home=home))
        for _ in range(600):
            if any((self.scratch / "cache/start").glob("*.jsa")):
                return
            time.sleep(0.1)
        raise SystemExit("dev/benchmark: the command made no archive of classes within a minute")

    def facts(self):
        """Return what decides the figures besides the machine."""
        return []

    def took(self, name, samples):
        self.report.line(name, f"{wall(samples)}, processor {seconds(processor(samples).median)}")

    def beside(self, name, slower, faster, target):
        self.report.at_least(name, slower.median / faster.median, target)


class WarmJvm:
    """A program that does its work once whenever it is told to (`Rounds`), and tells what that took."""

    def __init__(self, command):
        self.command = command
        self.process = None

    def __enter__(self):
        arguments = [str(a) for a in self.command.arguments]
        self.process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def warm(self, times):
        for _ in range(times):
            self.once()
        return self

    def once(self):
        """Return what it took inside the JVM; processor time and memory are not told."""
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"dev/benchmark: {self.command.arguments[-3:]} ended with {self.process.wait()}")
        return Sample(json.loads(line)["nanos"] / 1e9, 0, 0, line)


def inside(samples):
    """Return the first time that the work took in each JVM, as the program itself told."""
    return Figure.of(json.loads(s.output)["nanos"][0] / 1e9 for s in samples)


def options(name, standard):
    """Return a parser of what every measurement can be told."""
    parser = argparse.ArgumentParser(prog=f"dev/benchmark {name}", add_help=False)
    parser.add_argument("--top", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--only", type=lambda text: text.split(","), default=standard)
    parser.add_argument("--repetitions", type=int, default=7)
    parser.add_argument("--busy", action="store_true")
    return parser


def given(parser, parts):
    found = parser.parse_args()
    if unknown := [p for p in found.only if p not in parts]:
        parser.error(f"no part {unknown[0]}: there are {', '.join(parts)}")
    if found.repetitions < 1:
        parser.error("--repetitions must be 1 at least")
    return found


def main(options_given, parts, measurement):
    """Measure the parts that were asked for; refuse to on a busy machine."""
    if machine.is_busy() and not options_given.busy:
        raise SystemExit(
            f"dev/benchmark: the load average is {machine.load():.1f}: figures would be those of other work as well;"
            " wait, or say --busy"
        )
    with tempfile.TemporaryDirectory(prefix="seatrial-benchmark-") as scratch:
        bench = measurement(options_given, Path(scratch))
        bench.report.head(bench.jdks, bench.repetitions, bench.facts())
        for part in parts:
            if part in options_given.only:
                getattr(bench, part)()
        bench.report.end()
