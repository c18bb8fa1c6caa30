"""The same checks of files, once as a profile of Seatrial and once as tests of container-structure-test.

They are of existence and mode, which is what both can judge: container-structure-test's tar driver answers each test of
an owner with "Error checking ownership of file", and unpacks files under the umask of whoever runs it.
"""

import json
import re
import stat
import subprocess

PROFILE = "hundredFiles"

SOURCE = """package benchmark;

import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.file;

import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.check.Profile;

public final class HundredFiles implements Profile {
  @Override public String name() { return "%(name)s"; }
  @Override public String description() { return "files as they are in the image that is measured"; }
  @Override public List<Check> checks() {
    return List.of(
%(checks)s);
  }
}
"""


def choose(files, count):
    """Return this many files, evenly from the whole image, with modes that every umask in use keeps."""
    plain = [(p, e) for p, e in sorted(files.items()) if re.fullmatch(r"[\w./+-]+", p) and not e.mode & 0o7022]
    step = len(plain) / count
    return [plain[int(i * step)] for i in range(count)]


def profile(chosen, folder, java_home, classpath):
    """Return a jar with a profile that has one check for each of these files."""
    checks = ",\n".join(
        f'        file("{path}").should(exist(), haveMode("{entry.mode & 0o7777:04o}"))'
        for path, entry in chosen
    )
    folder.mkdir()
    source = folder / "HundredFiles.java"
    source.write_text(SOURCE % {"name": PROFILE, "checks": checks}, encoding="utf-8")
    classes = folder / "classes"
    services = classes / "META-INF" / "services"
    services.mkdir(parents=True)
    (services / "org.seatrial.check.Profile").write_text("benchmark.HundredFiles\n", encoding="utf-8")
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
