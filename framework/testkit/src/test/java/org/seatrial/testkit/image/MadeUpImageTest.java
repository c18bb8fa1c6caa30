package org.seatrial.testkit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.file.ContentConditions.haveContent;
import static org.seatrial.check.file.FileConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileConditions.linkTo;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.FileSubjects.path;
import static org.seatrial.check.file.FileSubjects.symlink;
import static org.seatrial.check.file.Selections.are;
import static org.seatrial.check.file.Selections.withCapabilities;
import static org.seatrial.image.ConfigConditions.expose;
import static org.seatrial.image.ConfigConditions.haveCommand;
import static org.seatrial.image.ConfigConditions.haveEntrypoint;
import static org.seatrial.image.ConfigConditions.haveHealthCheck;
import static org.seatrial.image.ConfigConditions.haveLabel;
import static org.seatrial.image.ConfigConditions.haveStopSignal;
import static org.seatrial.image.ConfigConditions.haveUser;
import static org.seatrial.image.ConfigConditions.haveVariable;
import static org.seatrial.image.ConfigConditions.haveVolume;
import static org.seatrial.image.ConfigConditions.haveWorkingDirectory;
import static org.seatrial.image.ImageSubject.image;
import static org.seatrial.image.packages.PackageConditions.beInstalled;
import static org.seatrial.image.packages.PackageConditions.haveVersion;
import static org.seatrial.image.packages.PackageSubjects.installedPackage;
import static org.seatrial.testkit.expectation.Expectations.finding;
import static org.seatrial.testkit.expectation.Expectations.findingsOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.check.file.FileCapabilities;
import org.seatrial.check.file.FileStatus;
import org.seatrial.image.ImageOptions;
import org.seatrial.image.ImagePlace;
import org.seatrial.image.oci.ImagePlatform;
import org.seatrial.image.source.Choice;

/** What is made up is what is read, in every form; and what is made wrong is refused. */
class MadeUpImageTest {

  private static final MadeUpLayer BASE =
      MadeUpLayer.empty()
          .with(FileStatus.directory("/"))
          .with(FileStatus.directory("/etc"))
          .with("/etc/passwd", "root:x:0:0::/root:/bin/sh\n")
          .with("/etc/gone", "x")
          .with("/srv/hidden/old", "x")
          .withPackages(
              MadeUpPackage.debian("curl", "7.88.1-10"),
              MadeUpPackage.debian("gone", "1").withStatus("deinstall ok config-files"));
  private static final MadeUpLayer TOP =
      MadeUpLayer.empty()
          .whiteout("/etc/gone")
          .opaque("/srv/hidden")
          .with(FileStatus.regular("/bin/tool").withMode("4750").withOwner(3_000_000_000L, 7), "t")
          .hardLink("/bin/same", "/bin/tool")
          .with(FileStatus.symlink("/etc/link", "../bin/tool"))
          .with(
              FileStatus.regular("/bin/ping")
                  .withCapabilities(FileCapabilities.of("cap_net_raw", "cap_bpf")));
  private static final MadeUpImage IMAGE =
      MadeUpImage.of()
          .named("shop/cart:1.4")
          .then("ADD rootfs.tar /", BASE)
          .then("USER 1001")
          .then("COPY tool /bin", TOP)
          .configured(
              MadeUpConfig.empty()
                  .withUser("1001:0")
                  .withEntrypoint("/bin/tool", "\"\\\u0007é")
                  .withCommand("run")
                  .withWorkingDirectory("/srv")
                  .withStopSignal("SIGINT")
                  .withVariable("A", "1")
                  .withVariable("B", "2=3")
                  .withExposedPort("8080/tcp")
                  .withExposedPort("53/udp")
                  .withVolume("/srv/data")
                  .withLabel("org.opencontainers.image.version", "1.4")
                  .withHealthCheck(Duration.ofSeconds(5), "/bin/tool", "check"));

  @TempDir private Path temp;

  /** Every form that images are written in. */
  enum Form {
    FOLDER_OF_GZIP_LAYERS,
    FOLDER_OF_PLAIN_LAYERS,
    ARCHIVE_OF_THE_LAYOUT,
    SAVED,
    SAVED_BEFORE_25;

    String write(Path folder, MadeUpImage image) {
      Path file = folder.resolve("image.tar");
      return switch (this) {
        case FOLDER_OF_GZIP_LAYERS ->
            "layout:" + ImageFiles.layout(image).writeFolder(folder.resolve("image"));
        case FOLDER_OF_PLAIN_LAYERS ->
            "layout:"
                + ImageFiles.layout(image.packed(LayerPacking.PLAIN))
                    .writeFolder(folder.resolve("image"));
        case ARCHIVE_OF_THE_LAYOUT -> "archive:" + ImageFiles.layout(image).writeArchive(file);
        case SAVED -> "archive:" + ImageFiles.saved(image).writeArchive(file);
        case SAVED_BEFORE_25 -> "archive:" + ImageFiles.savedBefore25(image).writeArchive(file);
      };
    }
  }

  private static List<Check> whatWasMadeUp() {
    return List.of(
        file("/etc/passwd").should(haveContent("root:x:0:0::/root:/bin/sh\n"), haveMode("0644")),
        path("/etc/gone").should(notExist()),
        path("/srv/hidden/old").should(notExist()),
        file("/bin/tool").should(haveMode("4750"), beOwnedBy(3_000_000_000L, 7)),
        file("/bin/same").should(haveContent("t"), haveMode("4750")),
        symlink("/etc/link").should(linkTo("../bin/tool")),
        file("/etc/link").should(haveContent("t")),
        installedPackage("curl").should(beInstalled(), haveVersion("7.88.1-10")),
        installedPackage("gone").should(not(beInstalled())),
        image()
            .should(
                haveUser("1001:0"),
                haveEntrypoint("/bin/tool", "\"\\\u0007é"),
                haveCommand("run"),
                haveWorkingDirectory("/srv"),
                haveStopSignal("SIGINT"),
                haveVariable("A", "1"),
                haveVariable("B", "2=3"),
                expose(8080),
                expose(53, "udp"),
                haveVolume("/srv/data"),
                haveLabel("org.opencontainers.image.version", "1.4"),
                haveHealthCheck()));
  }

  @ParameterizedTest
  @EnumSource
  void is_read_as_it_was_made_up_in_every_form(Form form) {
    ImagePlace place = open(form.write(temp, IMAGE));
    findingsOf(whatWasMadeUp()).in(place).areNone();
    findingsOf(files("/**").that(are(withCapabilities())).should(notExist()))
        .in(place)
        .are(
            finding()
                .about("/bin/ping")
                .actual(
                    "regular file, mode 0644, owner 0:0, 0 bytes, capabilities"
                        + " cap_net_raw,cap_bpf=ep")
                .evidence("made by", "COPY tool /bin"));
    assertThat(place.summary().configDigest()).hasToString(IMAGE.id());
  }

  @Test
  void is_a_place_out_of_memory() {
    assertThat(IMAGE.place().name()).isEqualTo("image made-up:shop/cart:1.4");
    assertThat(MadeUpImage.of().place().name()).isEqualTo("image made-up");
    findingsOf(whatWasMadeUp()).in(IMAGE.place()).areNone();
    Verdict verdict =
        Inspection.of(IMAGE.place())
            .verdicts(List.of(file("/etc/gone").should(exist()).withId("gone")))
            .get(0);
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.findings().get(0).evidence().text())
        .isEqualTo(
            "path /etc/gone is not there, layer 2 of 2 (%s), made by COPY tool /bin, history layer 1 added it, layer 2 removed it"
                .formatted(TOP.diffId().substring(0, 19)));
  }

  @Test
  void has_the_same_bytes_on_every_machine() {
    assertThat(
            List.of(
                TOP.diffId(),
                IMAGE.id(),
                IMAGE.digest(),
                Blob.sha256(ImageFiles.layout(IMAGE).tar()),
                Blob.sha256(ImageFiles.saved(IMAGE).tar()),
                Blob.sha256(ImageFiles.savedBefore25(IMAGE).tar())))
        .containsExactly(
            "sha256:a63229eedcf8394add2a9c265bc74a7e394030bfd805bad7451c0372c813cf81",
            "sha256:d80869ddcea88976bc50acde1f51226352d7b2ee458621460356c886763516b3",
            "sha256:34e6793859c8484163964f2ea275b868bbe81e281947ce47af5024795efe5c8d",
            "ed3a8b9362bc48746ef876bb5c30dbc2b9c6c9b9289eabef83b4bd0dcf2da2fe",
            "8dfccaae9cfaa7e4ff777232a444fd571441e7fe8abb6ce6faa8666c6a167f98",
            "0291615a1d7006779d666990a86291c9607ab2754c4a1dd3b53959ec7ba58050");
  }

  @Test
  void is_one_image_for_several_platforms_under_one_name() {
    MadeUpImage arm = IMAGE.forPlatform("linux/arm64/v8");
    ImageFiles both = ImageFiles.layout(IMAGE, arm);
    Choice wanted = Choice.only().withName("shop/cart:1.4");
    assertThat(
            both.place(wanted.withPlatform(ImagePlatform.parse("linux/arm64")))
                .summary()
                .configDigest())
        .hasToString(arm.id());
    assertThat(
            both.place(wanted.withPlatform(ImagePlatform.parse("linux/amd64")))
                .summary()
                .configDigest())
        .hasToString(IMAGE.id());
    assertThatThrownBy(
            () -> both.place(wanted.withPlatform(ImagePlatform.parse("linux/s390x"))).summary())
        .isInstanceOf(InspectionException.class)
        .hasMessage("made-up has no image for linux/s390x; it has linux/amd64, linux/arm64/v8");
  }

  @Test
  void is_one_of_several_images_by_name() {
    MadeUpImage web = MadeUpImage.of(BASE).named("localhost/web:2", "web:latest");
    ImageFiles two = ImageFiles.saved(IMAGE, web);
    assertThat(two.place(Choice.only().withName("web:latest")).summary().configDigest())
        .hasToString(web.id());
    assertThatThrownBy(() -> two.place().summary())
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "made-up holds several images; choose one of shop/cart:1.4, localhost/web:2,"
                + " web:latest");
  }

  @Test
  void can_be_made_wrong_in_any_part() {
    ImageFiles right = ImageFiles.layout(IMAGE.packed(LayerPacking.PLAIN));
    String layer = "blobs/sha256/" + TOP.diffId().substring(7);
    String config = "blobs/sha256/" + IMAGE.id().substring(7);
    assertThat(right.paths()).contains(layer, config, "index.json", "oci-layout");
    assertThatThrownBy(() -> right.without(layer).place().summary())
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot read layer 2 of 2 (%s) of made-up:shop/cart:1.4: it is not there"
                .formatted(TOP.diffId().substring(0, 19)));
    assertThatThrownBy(() -> right.replacing(config, "1001:0", "1002:0").place().summary())
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("cannot trust config " + IMAGE.id());
    assertThatThrownBy(
            () -> right.with("oci-layout", "{\"imageLayoutVersion\": \"2.0.0\"}").place().summary())
        .isInstanceOf(InspectionException.class)
        .hasMessageContaining("2.0.0");
    MadeUpImage broken =
        MadeUpImage.of(
            MadeUpLayer.empty()
                .withEntry("a/" + "b".repeat(5000), FileStatus.regular("/"), new byte[0]));
    assertThatThrownBy(() -> broken.place().summary())
        .isInstanceOf(InspectionException.class)
        .hasMessageContaining("4096");
    assertThatThrownBy(
            () -> IMAGE.configured(MadeUpConfig.empty().with("Env", "7")).place().summary())
        .isInstanceOf(InspectionException.class)
        .hasMessageContaining("Env");
  }

  @Test
  void refuses_what_can_be_no_image() {
    assertThatThrownBy(() -> IMAGE.forPlatform("linux"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("platform must be OS/ARCHITECTURE[/VARIANT], but was \"linux\"");
    assertThatThrownBy(() -> BASE.with(FileStatus.directory("/x"), "content"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only a regular file can have content, but x/ is a directory");
    assertThatThrownBy(() -> BASE.whiteout("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("path must be absolute, but was \".wh.x\"");
    ImageFiles files = ImageFiles.layout(IMAGE);
    assertThatThrownBy(() -> files.without("nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no nothing, but " + files.paths());
    assertThatThrownBy(() -> files.replacing("oci-layout", "2.0.0", "3.0.0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("oci-layout has no 2.0.0, but {\"imageLayoutVersion\": \"1.0.0\"}");
  }

  private ImagePlace open(String subject) {
    return ImagePlace.open(
        subject, "", ImageOptions.standard().withCacheFolder(temp.resolve("cache")));
  }
}
