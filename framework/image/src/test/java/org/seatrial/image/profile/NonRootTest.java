package org.seatrial.image.profile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Check;
import org.seatrial.check.Finding;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Profile;
import org.seatrial.check.Severity;
import org.seatrial.check.Verdict;
import org.seatrial.image.MadeImage;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.oci.Digest;

/** Each rule of the profile, both ways, on images that are really there. */
class NonRootTest {

  private static final LayerFixture BASE =
      LayerFixture.empty()
          .file("etc/passwd", "root:x:0:0::/root:/bin/sh\napp:x:1001:0::/srv:/bin/sh\n")
          .file("usr/bin/shop", new byte[10], 0755, 0, 0);

  private static final ImageFixture RIGHT = with(BASE);

  private static final String CAPABLE = "00040000" + "00".repeat(12);

  @TempDir Path temp;

  private static ImageFixture with(LayerFixture... layers) {
    return ImageFixture.of(layers)
        .withRun("{\"User\": \"1001:0\", \"ExposedPorts\": {\"8080/tcp\": {}}}");
  }

  private static LayerFixture with(String path, byte type, int mode) {
    TarArchiveEntry entry = new TarArchiveEntry(path, type, true);
    entry.setMode(mode);
    entry.setModTime(0);
    entry.setIds(0, 42);
    return BASE.entry(entry, new byte[0]);
  }

  /** Return a layer with a file that has this extended attribute, in hexadecimal. */
  private static LayerFixture capable(String attribute) {
    TarArchiveEntry entry = new TarArchiveEntry("usr/bin/listen", TarConstants.LF_NORMAL, true);
    entry.setMode(0755);
    entry.setModTime(0);
    entry.addPaxHeader(
        "SCHILY.xattr.security.capability",
        new String(HexFormat.of().parseHex(attribute), ISO_8859_1));
    return BASE.entry(entry, new byte[0]);
  }

  private Verdict verdict(String id, ImageFixture image) {
    List<Check> checks = new NonRoot().checks();
    List<Verdict> verdicts = Inspection.of(MadeImage.place(image, temp)).verdicts(checks);
    return verdicts.stream().filter(v -> v.check().id().equals(id)).findFirst().orElseThrow();
  }

  private void assertPasses(String id, ImageFixture image) {
    Verdict verdict = verdict(id, image);
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.PASSED);
  }

  private void assertFails(String id, ImageFixture image, String message) {
    Verdict verdict = verdict(id, image);
    assertThat(verdict.message())
        .isEqualTo(
            MadeImage.message(image, message)
                    .replace("LAYER", "(" + digest(image.layers().get(0)) + ")")
                + "  see:       check "
                + id
                + ", "
                + verdict.check().source());
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
  }

  private static String digest(LayerFixture layer) {
    return Digest.parse(layer.diffId()).abbreviated();
  }

  @Test
  void an_image_that_keeps_all_rules_passes() {
    assertThat(Inspection.of(MadeImage.place(RIGHT, temp)).verdicts(new NonRoot().checks()))
        .extracting(verdict -> verdict.check().id() + " " + verdict.outcome())
        .containsExactly(
            "non-root.user PASSED",
            "non-root.numeric PASSED",
            "non-root.ports PASSED",
            "non-root.setuid PASSED",
            "non-root.capabilities PASSED");
  }

  @Test
  void all_rules_must_hold_but_for_the_number_which_should() {
    assertThat(new NonRoot().checks())
        .extracting(check -> check.id() + " " + check.severity())
        .containsExactly(
            "non-root.user " + Severity.MUST,
            "non-root.numeric " + Severity.SHOULD,
            "non-root.ports " + Severity.MUST,
            "non-root.setuid " + Severity.MUST,
            "non-root.capabilities " + Severity.MUST);
  }

  @Test
  void it_is_found_by_its_name() {
    assertThat(ServiceLoader.load(Profile.class))
        .extracting(Profile::name, Profile::description)
        .contains(
            tuple(
                "nonRoot",
                "the image does not run as root, and holds nothing that makes a process root"));
  }

  @Test
  void user_is_not_root() {
    assertPasses("non-root.user", RIGHT.withRun("{\"User\": \"app\"}"));
    assertFails(
        "non-root.user",
        RIGHT.withRun("{}"),
        """
        image should run as non-root, because restricted platforms forbid root   → FAILED (1 finding) in image docker:shop
          expected:  a user other than root
          but was:   "" (empty means root, uid 0)
          evidence:  CONFIG, field config.User, platform linux/amd64
          perhaps:   add USER 1001 to the last build stage
        """);
    assertThat(verdict("non-root.user", RIGHT.withRun("{}")).blocks()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "0", "0:1001", "00", ":1001", "nobody", "4294967296"})
  void user_has_no_other_spelling_for_root(String user) {
    Verdict verdict = verdict("non-root.user", RIGHT.withRun("{\"User\": \"" + user + "\"}"));
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void numeric_is_recommended() {
    ImageFixture named = RIGHT.withRun("{\"User\": \"app\"}");
    assertFails(
        "non-root.numeric",
        named,
        """
        image should have a numeric user, because Kubernetes can't tell that a named user is not root   → FAILED (1 finding) in image docker:shop
          expected:  a user id, such as 1001
          but was:   user "app"
          evidence:  CONFIG, field config.User, platform linux/amd64
        """);
    assertThat(verdict("non-root.numeric", named).blocks()).isFalse();
  }

  @Test
  void ports_are_from_1024_on_in_ranges_and_for_udp_too() {
    assertPasses("non-root.ports", RIGHT.withRun("{\"ExposedPorts\": {\"1024-1030/udp\": {}}}"));
    assertPasses("non-root.ports", RIGHT.withRun("{}"));
    assertFails(
        "non-root.ports",
        RIGHT.withRun("{\"ExposedPorts\": {\"8080/tcp\": {}, \"1000-1030/udp\": {}}}"),
        """
        image should expose only ports from 1024 on, because only root may listen below 1024   → FAILED (1 finding) in image docker:shop
          expected:  no exposed port below 1024
          but was:   exposed ports 8080/tcp, 1000-1030/udp
          evidence:  CONFIG, field config.ExposedPorts, platform linux/amd64
        """);
  }

  @Test
  void setuid_and_setgid_files_are_named_with_mode_owner_and_layer() {
    assertFails(
        "non-root.setuid",
        with(with("usr/bin/su", TarConstants.LF_NORMAL, 04755)).withHistory("COPY su"),
        """
        files /** that are regular files and (setuid or setgid) should not exist, because they run with the rights of their owner or group   → FAILED (1 finding) in image docker:shop
          /usr/bin/su
          expected:  not to exist
          but was:   regular file, mode 4755, owner 0:42, 0 bytes
          evidence:  layer 1 of 1 LAYER, made by COPY su
        """);
    Verdict setgid =
        verdict("non-root.setuid", with(with("usr/bin/wall", TarConstants.LF_NORMAL, 02755)));
    assertThat(setgid.findings()).extracting(Finding::about).containsExactly("/usr/bin/wall");
  }

  @Test
  void setgid_directories_are_no_finding() {
    assertPasses("non-root.setuid", with(with("srv/shared/", TarConstants.LF_DIR, 02775)));
  }

  @Test
  void setuid_files_count_as_the_layers_above_leave_them() {
    ImageFixture image = with(with("usr/bin/su", TarConstants.LF_NORMAL, 04755));
    assertPasses("non-root.setuid", image.withLayer(LayerFixture.empty().whiteout("usr/bin/su")));
    assertPasses("non-root.setuid", image.withLayer(LayerFixture.empty().opaque("usr/bin")));
    assertPasses(
        "non-root.setuid",
        image.withLayer(LayerFixture.empty().file("usr/bin/su", new byte[1], 0755, 0, 0)));
  }

  @Test
  void a_hard_link_to_a_setuid_file_is_one_too() {
    ImageFixture image =
        with(with("usr/bin/su", TarConstants.LF_NORMAL, 04755))
            .withLayer(LayerFixture.empty().hardLink("usr/bin/sudo", "usr/bin/su"));
    assertThat(verdict("non-root.setuid", image).findings())
        .extracting(Finding::about)
        .containsExactly("/usr/bin/su", "/usr/bin/sudo");
    Verdict dangling =
        verdict(
            "non-root.setuid",
            image.withLayer(LayerFixture.empty().hardLink("usr/bin/x", "usr/bin/none")));
    assertThat(dangling.notes().toString()).contains("/usr/bin/x");
  }

  @Test
  void capabilities_of_revision_2_are_decoded() {
    assertFails(
        "non-root.capabilities",
        with(capable("01000002" + CAPABLE)).withHistory("RUN setcap"),
        """
        files /** that are given capabilities should not exist, because they run with more rights than the user has   → FAILED (1 finding) in image docker:shop
          /usr/bin/listen
          expected:  not to exist
          but was:   regular file, mode 0755, owner 0:0, 0 bytes, capabilities cap_net_bind_service=ep
          evidence:  layer 1 of 1 LAYER, made by RUN setcap
        """);
  }

  @Test
  void capabilities_of_revision_3_are_decoded() {
    Verdict verdict =
        verdict("non-root.capabilities", with(capable("01000003" + CAPABLE + "64000000")));
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.findings().get(0).actual())
        .endsWith("capabilities cap_net_bind_service=ep [rootid=100]");
  }

  @Test
  void capabilities_that_are_gone_above_are_no_finding() {
    ImageFixture image = with(capable("01000002" + CAPABLE));
    assertPasses(
        "non-root.capabilities",
        image.withLayer(LayerFixture.empty().file("usr/bin/listen", new byte[0], 0755, 0, 0)));
    assertPasses(
        "non-root.capabilities", image.withLayer(LayerFixture.empty().whiteout("usr/bin/listen")));
  }

  @Test
  void capabilities_that_cannot_be_decoded_are_undetermined() {
    ImageFixture image = with(capable("01000001" + "00040000" + "00000000"));
    Verdict verdict = verdict("non-root.capabilities", image);
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(verdict.notes().toString())
        .contains("/usr/bin/listen")
        .contains("security.capability must have 20 or 24 bytes, but has 12");
  }
}
