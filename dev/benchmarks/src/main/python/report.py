"""Prints figures, each beside its target."""

from datetime import datetime, timezone

import machine


class Report:
    def __init__(self, name):
        self.name = name
        self.missed = []

    def head(self, jdks, repetitions, more=()):
        print(f"dev/benchmark {self.name}, {datetime.now(timezone.utc):%Y-%m-%d %H:%M} UTC\n")
        for name, value in [*machine.facts(jdks), *more]:
            print(f"  {name:<14}{value}")
        print(
            f"\nTimes are the median (and the least … the most) of {repetitions} runs after one that is not counted;"
            "\npeers and Seatrial take turns; files are in the system's cache.",
            flush=True,
        )

    def section(self, title, note=""):
        print(f"\n== {title}" + (f"\n   {note}" if note else ""), flush=True)

    def line(self, name, value):
        print(f"  {name:<58} {value}", flush=True)

    def at_most(self, name, value, target, show=lambda v: f"{v:.3g}"):
        """State a figure that must not be larger than its target."""
        self._target(name, show(value), f"at most {show(target)}", value <= target)

    def at_least(self, name, value, target):
        """State a ratio that must not be smaller than its target."""
        self._target(name, f"{value:.3g} ×", f"at least {target:g} ×", value >= target)

    def _target(self, name, shown, target, reached):
        word = "reached" if reached else "NOT REACHED"
        self.line("→ " + name, f"{shown}, target {target}: {word}")
        if not reached:
            self.missed.append(f"{name}: {shown}, target {target}")

    def skip(self, name, reason):
        self.line(name, f"skipped: {reason}")

    def end(self):
        print(f"\nload average at the end: {machine.load():.1f}")
        if self.missed:
            print("not reached:")
            for missed in self.missed:
                print(f"  {missed}")
        else:
            print("every target that was measured was reached")
