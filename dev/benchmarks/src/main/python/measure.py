"""Runs whole commands again and again, and tells what each took."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sample:
    """One run: seconds on the wall, seconds of processor time, bytes resident at most, output."""

    wall: float
    processor: float
    resident: int
    output: bytes


@dataclass(frozen=True)
class Command:
    """What is run. Its exit code must be one of those expected: a command that fails early is fast."""

    arguments: list
    expected: tuple = (0,)
    environment: dict = field(default_factory=dict)

    def once(self):
        return run(self)


def run(command):
    """Run once; the time is that from start to exit, its children's processor time included."""
    environment = dict(os.environ, **command.environment)
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(a) for a in command.arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env=environment,
    )
    with process.stdout:
        output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in command.expected:
        sys.stderr.write(output.decode("utf-8", "replace")[-2000:])
        raise SystemExit(
            f"dev/benchmark: exit code {process.returncode} of: {' '.join(map(str, command.arguments))}"
        )
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, output)


def alternate(commands, repetitions):
    """Run all commands in turns, each turn in the other direction, after one turn that is not counted."""
    names = list(commands)
    samples = {name: [] for name in names}
    for name in names:
        commands[name].once()
    for turn in range(repetitions):
        for name in names if turn % 2 == 0 else reversed(names):
            samples[name].append(commands[name].once())
    return samples


@dataclass(frozen=True)
class Figure:
    """Several measurements of one thing, in seconds."""

    values: tuple

    @staticmethod
    def of(values):
        return Figure(tuple(values))

    @property
    def median(self):
        return statistics.median(self.values)

    def __str__(self):
        return f"{seconds(self.median)} ({seconds(min(self.values))} … {seconds(max(self.values))})"


def wall(samples):
    return Figure.of(s.wall for s in samples)


def processor(samples):
    return Figure.of(s.processor for s in samples)


def seconds(value):
    if value < 0.1:
        return f"{value * 1000:.3g} ms"
    return f"{value:.3g} s"


def size(count):
    return f"{count / (1 << 20):,.0f} MiB"
