"""The same checks of files, once as a profile of Seatrial and once as tests of container-structure-test.

They are of existence and mode, which is what both can judge: container-structure-test's tar driver answers each test of
an owner with "Error checking ownership of file", and unpacks files under the umask of whoever runs it.
"""

import json
import re
import stat
import subprocess

PROFILE = "generated"

SOURCE = """package benchmark;

import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.file.FileConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.Selections.are;
import static org.seatrial.check.file.Selections.setuid;

import java.util.List;
import java.util.stream.Stream;
import org.seatrial.check.Check;
import org.seatrial.check.Profile;

public final class Generated implements Profile {
  @Override public String name() { return "%(name)s"; }
  @Override public String description() { return "files as they are in what is measured"; }
  @Override public List<Check> checks() {
    return Stream.of(%(calls)s).flatMap(List::stream).toList();
  }
%(parts)s
}
"""

PART = """
  private static List<Check> part%(number)d() {
    return List.of(
%(checks)s);
  }"""

# What a method of Java may hold is bounded.
CHECKS_OF_A_PART = 100


def choose(files, count):
    """Return this many files, evenly from the whole image, with modes that every umask in use keeps."""
    plain = [(p, e) for p, e in sorted(files.items()) if re.fullmatch(r"[\w./+-]+", p) and not e.mode & 0o7022]
    step = len(plain) / count
    return [plain[int(i * step)] for i in range(count)]


def profile(checks, folder, java_home, classpath):
    """Return a jar with a profile of these checks, each an expression of Java."""
    parts = [checks[i : i + CHECKS_OF_A_PART] for i in range(0, len(checks), CHECKS_OF_A_PART)]
    methods = [
        PART % {"number": number, "checks": ",\n".join(f"        {check}" for check in part)}
        for number, part in enumerate(parts)
    ]
    calls = ", ".join(f"part{number}()" for number in range(len(parts)))
    folder.mkdir()
    source = folder / "Generated.java"
    text = SOURCE % {"name": PROFILE, "calls": calls, "parts": "\n".join(methods)}
    source.write_text(text, encoding="utf-8")
    classes = folder / "classes"
    services = classes / "META-INF" / "services"
    services.mkdir(parents=True)
    (services / "org.seatrial.check.Profile").write_text("benchmark.Generated\n", encoding="utf-8")
    jar = folder / "profile.jar"
    subprocess.run(
        [java_home / "bin/javac", "--release", "17", "-cp", classpath, "-d", classes, source], check=True
    )
    subprocess.run([java_home / "bin/jar", "--create", "--file", jar, "-C", classes, "."], check=True)
    return jar


def structure_tests(chosen, file):
    """Write the same as existence tests; JSON, which is read as YAML."""
    tests = [
        {
            "name": path,
            "path": path,
            "shouldExist": True,
            "permissions": stat.filemode(entry.mode | stat.S_IFREG),
        }
        for path, entry in chosen
    ]
    file.write_text(
        json.dumps({"schemaVersion": "2.0.0", "fileExistenceTests": tests}), encoding="utf-8"
    )
    return file
