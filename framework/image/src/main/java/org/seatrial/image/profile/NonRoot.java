package org.seatrial.image.profile;

import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.Selections.anyOf;
import static org.seatrial.check.file.Selections.are;
import static org.seatrial.check.file.Selections.regularFiles;
import static org.seatrial.check.file.Selections.setgid;
import static org.seatrial.check.file.Selections.setuid;
import static org.seatrial.check.file.Selections.withCapabilities;
import static org.seatrial.image.ConfigConditions.exposeOnlyUnprivilegedPorts;
import static org.seatrial.image.ConfigConditions.haveNumericUser;
import static org.seatrial.image.ConfigConditions.runAsNonRoot;
import static org.seatrial.image.ImageSubject.image;

import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.check.Profile;
import org.seatrial.check.Severity;

/** {@code nonRoot}: an image does not run as root, and holds nothing that makes a process root. */
public final class NonRoot implements Profile {

  /** Create the profile. */
  public NonRoot() {}

  @Override
  public String name() {
    return "nonRoot";
  }

  @Override
  public String description() {
    return "the image does not run as root, and holds nothing that makes a process root";
  }

  @Override
  public List<Check> checks() {
    return List.of(
        image()
            .should(runAsNonRoot())
            .because("restricted platforms forbid root")
            .withId("non-root.user"),
        image()
            .should(haveNumericUser())
            .because("Kubernetes can't tell that a named user is not root")
            .severity(Severity.SHOULD)
            .withId("non-root.numeric"),
        image()
            .should(exposeOnlyUnprivilegedPorts())
            .because("only root may listen below 1024")
            .withId("non-root.ports"),
        files("/**")
            .that(are(regularFiles()))
            .that(are(anyOf(setuid(), setgid())))
            .should(notExist())
            .because("they run with the rights of their owner or group")
            .withId("non-root.setuid"),
        files("/**")
            .that(are(withCapabilities()))
            .should(notExist())
            .because("they run with more rights than the user has")
            .withId("non-root.capabilities"));
  }
}
