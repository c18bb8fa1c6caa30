"""What an image's checks cost, beside what others need for the same."""

import json
import os
import shutil
import statistics
import sys
from pathlib import Path

import layouts
import machine
import peers
import profiles
import programs
from measure import Command, Figure, alternate, processor, run, seconds, size, wall
from programs import Programs, inside

PARTS = ("index", "cache", "startup", "checks", "evaluate", "large", "jmh")

GZIP_PEER = 'for f in "$@"; do gzip -dc "$f" | tar -tf - >/dev/null || exit; done'
PLAIN_PEER = 'for f in "$@"; do tar -tf "$f" >/dev/null || exit; done'
VERIFYING_PEER = 'sha256sum "$@" >/dev/null; for f in "$@"; do tar -tf "$f" >/dev/null || exit; done'


class Bench(Programs):
    def __init__(self, options, scratch):
        super().__init__("image", options, scratch)
        self.jdks = [self.java_home] + ([Path(h)] if (h := os.environ.get("JDK25_HOME")) else [])
        self.image = self._image()
        self.prepare_archive()

    def prepare_archive(self):
        """Give the JVMs that index an archive of classes (CDS), as the command has one."""
        found = layouts.layers(self.image)[:1]
        run(self.indexing("verified", 1, found, "archive", flags=(f"-XX:ArchiveClassesAtExit={self.archive}",)))

    def _image(self):
        given = self.options.image or self.top / "target/images/postgresql"
        if Path(given).is_dir():
            return Path(given).resolve()
        if self.options.image:
            raise SystemExit(f"dev/benchmark: there is no OCI layout {given}")
        return self.generate("generated", 200 << 20, 12_000, 4)

    def generate(self, name, size_of_layers, files, layers):
        folder = self.scratch / name
        run(self.java("GeneratedImage", folder, size_of_layers, files, layers))
        return folder

    def indexing(self, way, times, found, name, flags=()):
        """Return a program that indexes these layers; cached ones are those that `store` has kept."""
        listed = layouts.write_list(found, self.scratch / f"{name}.layers")
        return self.java("IndexLayers", way, times, listed, self.scratch / f"{name}.cache", flags=flags)

    # -- the index of layers

    def index(self):
        plain = layouts.layers(self.image)
        packed = layouts.layers(self.packed())
        what = f"{len(plain)} layers, {size(sum(x.size for x in plain))} uncompressed"
        self.index_gzip(packed, f"{what}, {size(sum(x.size for x in packed))} compressed")
        if all(x.digest == x.diff_id for x in plain):
            self.index_plain(plain, what)
        else:
            self.report.skip("plain layers", "the layers of this image are compressed")

    def index_gzip(self, found, what):
        note = f"{what}; Seatrial verifies digest and diff ID of each layer, the peer verifies nothing"
        self.report.section("cold index of gzip layers", note)
        samples = alternate(
            {"cold": self.indexing("verified", 1, found, "gzip"), "peer": self.shell(GZIP_PEER, found)},
            self.repetitions,
        )
        peer, cold, warm = samples["peer"], samples["cold"], self.warm("verified", found, "gzip")
        self.took("gzip -dc | tar -t, layer after layer", peer)
        self.took("cold index, whole process", cold, warm)
        self.processes("gzip -dc | tar -t ÷ cold, whole process", peer, cold, 1)
        self.beside("gzip -dc | tar -t ÷ cold, inside a fresh JVM", wall(peer), inside(cold), 1)
        self.beside("gzip -dc | tar -t ÷ cold, in a warm JVM", wall(peer), warm, 1)

    def index_plain(self, found, what):
        self.report.section("cold index of plain layers", f"{what}; tar -t goes from header to header as well")
        samples = alternate(
            {
                "cold": self.indexing("verified", 1, found, "plain"),
                "walked": self.indexing("walked", 1, found, "plain"),
                "peer": self.shell(PLAIN_PEER, found),
                "verifying": self.shell(VERIFYING_PEER, found),
            },
            self.repetitions,
        )
        warm = {way: self.warm(way, found, "plain") for way in ("verified", "walked")}
        peer, walked, cold = samples["peer"], samples["walked"], samples["cold"]
        self.took("tar -t, layer after layer, nothing verified", peer)
        self.took("walk by seeking, nothing verified, whole process", walked, warm["walked"])
        self.processes("tar -t ÷ walk, whole process", peer, walked, 1)
        self.beside("tar -t ÷ walk, inside a fresh JVM", wall(peer), inside(walked), 1)
        self.beside("tar -t ÷ walk, in a warm JVM", wall(peer), warm["walked"], 1)
        verifying = samples["verifying"]
        self.took("sha256sum, then tar -t", verifying)
        self.took("cold index, diff IDs verified, whole process", cold, warm["verified"])
        self.processes("sha256sum, tar -t ÷ cold, whole process", verifying, cold, 1)
        self.beside("sha256sum, tar -t ÷ cold, inside a fresh JVM", wall(verifying), inside(cold), 1)
        self.beside("sha256sum, tar -t ÷ cold, in a warm JVM", wall(verifying), warm["verified"], 1)

    def cache(self):
        """Compare taking indexes from the cache with making them: of gzip layers, which is what the cache is for."""
        found = layouts.layers(self.packed())
        self.report.section("index from the cache, gzip layers")
        run(self.indexing("store", 1, found, "cache"))
        samples = alternate(
            {
                "cold": self.indexing("verified", 1, found, "cache"),
                "cached": self.indexing("cached", 1, found, "cache"),
            },
            self.repetitions,
        )
        warm = {way: self.warm(way, found, "cache") for way in ("verified", "cached")}
        self.took("cold index, whole process", samples["cold"], warm["verified"])
        self.took("index from the cache, whole process", samples["cached"], warm["cached"])
        self.processes("cold ÷ cached, whole process, JVM included", samples["cold"], samples["cached"], 20)
        self.beside("cold ÷ cached, inside fresh JVMs", inside(samples["cold"]), inside(samples["cached"]), 20)
        self.beside("cold ÷ cached, in a warm JVM", warm["verified"], warm["cached"], 20)

    def packed(self):
        """Return the image with gzip layers."""
        folder = self.scratch / "gzip"
        return folder if folder.exists() else layouts.with_gzip(self.image, folder)

    def warm(self, way, found, name):
        """Return the later times of one JVM that does the same again and again."""
        times = json.loads(run(self.indexing(way, 12 + self.repetitions, found, name)).output)["nanos"]
        return Figure.of(t / 1e9 for t in times[-self.repetitions :])

    def shell(self, script, found):
        return Command(["sh", "-c", script, "sh", *(x.path for x in found)])

    def took(self, name, samples, warm=None):
        super().took(name, samples)
        if warm:
            self.report.line("  of that inside the JVM, from main's start on", str(inside(samples)))
            self.report.line("  the same in a warm JVM", str(warm))

    def processes(self, name, slower, faster, target):
        """Compare whole processes; their processor time as well, which other work disturbs less."""
        self.beside(name, wall(slower), wall(faster), target)
        ratio = processor(slower).median / processor(faster).median
        self.report.line("  by processor time", f"{ratio:.3g} ×")

    # -- the command

    def startup(self):
        self.report.section("seatrial version", "whole process, through the launcher")
        for home in self.jdks:
            name = f"JDK {machine.jdk_version(home)}"
            first = [run(self.seatrial("version", home=home, cache=self.scratch / f"{home.name}-{i}")) for i in range(3)]
            self.report.line(f"{name}: first run, no archive of classes (CDS)", str(wall(first)))
            shutil.rmtree(self.scratch / "cache", ignore_errors=True)
            self.prepare_command(home)
            samples = alternate({"version": self.seatrial("version", home=home)}, self.repetitions)["version"]
            self.took(f"{name}: later runs", samples)
            self.report.at_most(f"{name}: later runs", wall(samples).median, 0.2, seconds)

    def checks(self):
        found = layouts.layers(self.image)
        saved = layouts.archive(self.image, self.scratch / "image.tar", "seatrial/benchmark:1")
        chosen = profiles.choose(layouts.files(found), 100)
        note = f"existence and mode; an archive as `docker save` writes it, {size(saved.stat().st_size)}"
        self.report.section("100 file checks through the command", note)
        checks = [f'file("{path}").should(exist(), haveMode("{entry.mode & 0o7777:04o}"))' for path, entry in chosen]
        jar = profiles.profile(checks, self.scratch / "profile", self.java_home, self.classpath)
        arguments = ("check", f"archive:{saved}", "--profile", profiles.PROFILE, "--classpath", jar)
        cold = [run(self.seatrial(*arguments, cache=self.scratch / f"cold-{i}")) for i in range(3)]
        self.report.line("first look: no index in the cache, no archive of classes", str(wall(cold)))
        self.prepare_command(self.java_home)
        warm = alternate({"check": self.seatrial(*arguments)}, self.repetitions)["check"]
        self.took("warm", warm)
        self.report.at_most("100 checks, warm, whole process", wall(warm).median, 0.5, seconds)
        self.structure_test(saved, chosen, wall(warm))

    def structure_test(self, saved, chosen, ours):
        name = "container-structure-test, tar driver"
        try:
            program = peers.container_structure_test()
        except peers.Missing as e:
            self.report.skip(name, str(e))
            return
        count = len(chosen) if self.options.full else 3
        part = profiles.structure_tests(chosen[:: len(chosen) // count][:count], self.scratch / "tests.yaml")
        command = [program, "test", "--driver", "tar", "--image", saved, "--config", part, "--output", "json"]
        sample = run(Command(command, expected=(0, 1)))
        if failure := peers.failure(sample.output, count):
            self.report.skip(name, failure)
            return
        took = sample.wall
        per_check = took / count
        self.report.line(f"{name}, {count} of the {len(chosen)} checks, once", seconds(took))
        scaled = "measured" if count == len(chosen) else f"{count} measured, scaled to {len(chosen)}"
        self.report.at_least(f"{name} ÷ seatrial ({scaled})", per_check * len(chosen) / ours.median, 20)
        self.report.at_least(f"{name}, {count} checks ÷ seatrial, {len(chosen)} checks (nothing scaled)",
                             took / ours.median, 20)

    # -- judging, and a large image

    def evaluate(self):
        self.report.section("1,000 checks whose facts are known", "one in twenty fails; a fresh JVM for each repetition")
        runs = [json.loads(run(self.java("EvaluateChecks", 1000, 60)).output)["nanos"] for _ in range(self.repetitions)]
        first = Figure.of(r[0] / 1e9 for r in runs)
        warm = Figure.of(statistics.median(r[-20:]) / 1e9 for r in runs)
        self.report.line("the first time in its JVM", str(first))
        self.report.line("after 40 times", str(warm))
        self.report.at_most("1,000 checks, the first time", first.median, 0.02, seconds)
        self.report.at_most("1,000 checks, warm", warm.median, 0.02, seconds)

    def large(self):
        self.report.section("an image of 2 GB and 300,000 files in -Xmx256m", "8 layers, every other one gzip; deleted afterwards")
        folder = self.generate("large", 2_000_000_000, 300_000, 8)
        try:
            found = layouts.layers(folder)
            sample = run(self.indexing("verified", 1, found, "large", flags=("-Xmx256m",)))
            told = json.loads(sample.output)
            self.report.line("cold index, verified, whole process, once", f"{seconds(sample.wall)}, processor {seconds(sample.processor)}")
            self.report.line("entries", f"{told['entries']:,}")
            self.report.line("peak heap, peak resident", f"{size(told['heap'])}, {size(sample.resident)}")
            self.report.at_most("peak heap", told["heap"], 256 << 20, size)
            self.memory = {"SEATRIAL_JAVA_OPTS": "-Xmx256m"}
            for name in ("first look", "from the cache"):
                sample = run(self.seatrial("inspect", f"layout:{folder}"))
                self.report.line(f"seatrial inspect, {name}", f"{seconds(sample.wall)}, resident {size(sample.resident)}")
            self.memory = {}
        finally:
            shutil.rmtree(folder)

    def jmh(self):
        self.report.section("functions, by JMH", "milliseconds for one operation, in a warm JVM")
        found = layouts.layers(self.image)
        run(self.indexing("store", 1, found, "jmh"))
        listed, cache = self.scratch / "jmh.layers", self.scratch / "jmh.cache"
        settings = ["-f", "1", "-wi", "3", "-w", "2", "-i", "5", "-r", "2", "-rf", "json", "-rff", self.scratch / "jmh.json"]
        start = [self.java_home / "bin/java", "-cp", self.classpath, "org.openjdk.jmh.Main"]
        run(Command([*start, *settings, "-p", f"list={listed}", "-p", f"cacheFolder={cache}"]))
        for result in json.loads((self.scratch / "jmh.json").read_text()):
            score = result["primaryMetric"]
            name = ".".join(result["benchmark"].split(".")[-2:])
            self.report.line(name, f"{score['score']:.3g} ± {score['scoreError']:.2g} {score['scoreUnit']}")


def options():
    parser = programs.options("image", [p for p in PARTS if p != "jmh"])
    parser.add_argument("--image")
    parser.add_argument("--full", action="store_true")
    return programs.given(parser, PARTS)


if __name__ == "__main__":
    sys.exit(programs.main(options(), PARTS, Bench))
