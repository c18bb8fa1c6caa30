package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Evidence;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.Selection;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;
import org.seatrial.image.ImageLayer;
import org.seatrial.image.ImageRequest;
import org.seatrial.image.ImageSummary;
import org.seatrial.image.WastedPath;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.oci.ImageConfig;

class InspectCommandTest {

  private static final String WHOLE_IMAGE =
      """
      image
        name:           docker:cart
        manifest:
        config:         sha256:%s
        platform:       linux/amd64
        created:        2026-11-22T20:34:13Z
        author:
        unpacked size:  2.5 MB
        stored size:    900.0 kB
        wasted size:    4.1 kB

      runs
        user:               1001:0
        entrypoint:         ["/run.sh"]
        command:            ["serve", "-v"]
        working directory:  /srv
        environment:        PATH=/bin
                            EVIL=\\u001b[2J
        exposed ports:      8080/tcp
        volumes:
        labels:             org.example.team=shop
        stop signal:
        health check:

      layers (1)
        layer  diff ID                                                                    size  stored size  entries  made by
            1  sha256:%s  2.5 MB     900.0 kB       12  ADD rootfs.tar /

      wasted (1)
          size  layers  path
        4.1 kB  1, 2    /tmp/junk

      packages (2)
        name  version  architecture  system    size
        bash  5.2-1    amd64         dpkg    7.2 MB
        zlib  1.3      amd64         dpkg
      """;

  private static final String CONFIG =
      """
      {"architecture": "amd64", "os": "linux", "created": "2026-11-22T20:34:13Z",
       "config": {"User": "1001:0", "Entrypoint": ["/run.sh"], "Cmd": ["serve", "-v"],
                  "Env": ["PATH=/bin", "EVIL=\\u001b[2J"], "ExposedPorts": {"8080/tcp": {}},
                  "Labels": {"org.example.team": "shop"}, "WorkingDir": "/srv"},
       "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]},
       "history": [{"created_by": "ADD rootfs.tar /"}]}
      """
          .formatted("ab".repeat(32));

  private static final Digest DIFF_ID = Digest.parse("sha256:" + "ab".repeat(32));
  private static final Digest CONFIG_DIGEST = Digest.parse("sha256:" + "cd".repeat(32));

  private final Map<Request<?>, Answer<?>> answers = new HashMap<>();
  private final FakeImages images = new FakeImages().with("cart", answers);
  private final Run run = Run.on(images);

  InspectCommandTest() {
    ImageConfig config = ImageConfig.parse("config.json", CONFIG.getBytes(StandardCharsets.UTF_8));
    answers.put(
        new ImageRequest(),
        Answer.known(
            new ImageSummary(
                "docker:cart",
                Optional.empty(),
                CONFIG_DIGEST,
                config,
                List.of(new ImageLayer(1, DIFF_ID, 2_500_000, 900_000, 12, "ADD rootfs.tar /")),
                List.of(new WastedPath("/tmp/junk", 4_096, List.of(1, 2))),
                4_096)));
  }

  @Test
  void shows_what_an_image_is() {
    installed();
    assertThat(run.command("inspect", "cart")).isZero();
    assertThat(run.out()).isEqualTo(WHOLE_IMAGE.formatted("cd".repeat(32), "ab".repeat(32)));
  }

  @Test
  void shows_the_same_to_programs() {
    installed();
    assertThat(run.command("inspect", "cart", "--format", "json")).isZero();
    assertThat(run.out())
        .contains("\"format\" : \"seatrial-listing\"")
        .contains("\"unpackedSize\" : 2500000")
        .contains("\"manifest\" : null")
        .contains("\"diffID\" : \"sha256:" + "ab".repeat(32) + "\"")
        .contains("\"EVIL=\\u001B[2J\"")
        .contains("\"notes\" : [ ]");
  }

  @Test
  void says_what_it_could_not_look_at() {
    answers.put(new ReadRequest("/var/lib/dpkg/status", 64 << 20), Answer.unknown("it is torn"));
    assertThat(run.command("inspect", "cart")).isEqualTo(3);
    assertThat(run.out())
        .contains("layers (1)")
        .endsWith(
            "\n\n? the package database /var/lib/dpkg/status could not be read: it is torn\n");
  }

  @Test
  void cannot_show_what_cannot_be_opened() {
    assertThat(run.command("inspect", "nowhere")).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("seatrial: there is no image nowhere\n");
  }

  @Test
  void shows_a_file_and_where_it_comes_from() {
    put("/run.sh", seen(FileStatus.regular("/run.sh").withMode("0755").withSize(1_200)));
    assertThat(run.command("inspect", "cart", "/run.sh")).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            file
              path:      /run.sh
              type:      regular file
              mode:      0755
              uid:       0
              gid:       0
              size:      1.2 kB
              modified:  1970-01-01T00:00:00Z
              layer:     1 of 1
              made by:   ADD rootfs.tar /
            """);
  }

  @Test
  void lists_a_folder() {
    put("/srv/[x]", seen(FileStatus.directory("/srv/[x]")));
    answers.put(
        new WalkRequest(Glob.parse("/srv/\\[x\\]/*"), new Selection.Everything()),
        Answer.known(
            List.of(
                seen(FileStatus.regular("/srv/[x]/a\u001b[2J").withOwner(1001, 0).withSize(5)),
                seen(FileStatus.symlink("/srv/[x]/b", "/etc")))));
    assertThat(run.command("inspect", "cart", "/srv/[x]")).isZero();
    assertThat(run.out())
        .endsWith(
            """

            files (2)
              mode   uid  gid  size  layer   type           path                 target
              0644  1001    0   5 B  1 of 1  regular file   /srv/[x]/a\\u001b[2J
              0777     0    0   0 B  1 of 1  symbolic link  /srv/[x]/b           /etc
            """);
  }

  @Test
  void lists_an_empty_folder() {
    put("/", seen(FileStatus.directory("/")));
    assertThat(run.command("inspect", "cart", "/")).isZero();
    assertThat(run.out()).endsWith("\nfiles: none\n");
  }

  @Test
  void follows_a_link() {
    answers.put(new StatRequest("/bin", Links.KEEP), seen(FileStatus.symlink("/bin", "usr/bin")));
    answers.put(new StatRequest("/bin", Links.FOLLOW), seen(FileStatus.directory("/usr/bin")));
    assertThat(run.command("inspect", "cart", "/bin")).isZero();
    assertThat(run.out())
        .contains("  target:    usr/bin\n  leads to:  /usr/bin\n")
        .endsWith("\nfiles: none\n");
  }

  @Test
  void says_that_nothing_is_there_and_who_removed_it() {
    Absent<FileStatus> removed =
        new Absent<>(Evidence.of("history", "layer 1 added it, layer 2 removed it"));
    answers.put(new StatRequest("/gone", Links.KEEP), removed);
    assertThat(run.command("inspect", "cart", "/gone")).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            file
              path:     /gone
              type:     nothing is there
              history:  layer 1 added it, layer 2 removed it
            """);
  }

  @Test
  void wants_an_absolute_path() {
    assertThat(run.command("inspect", "cart", "etc")).isEqualTo(2);
    assertThat(run.err()).startsWith("seatrial: PATH etc: ");
    assertThat(images.opened()).isEmpty();
  }

  private void installed() {
    answers.put(
        new ReadRequest("/var/lib/dpkg/status", 64 << 20),
        Answer.known(
            FileContent.of(
                """
                Package: zlib
                Status: install ok installed
                Architecture: amd64
                Version: 1.3

                Package: bash
                Status: install ok installed
                Installed-Size: 7000
                Architecture: amd64
                Version: 5.2-1
                """)));
  }

  private void put(String path, Known<FileStatus> known) {
    answers.put(new StatRequest(path, Links.KEEP), known);
    answers.put(new StatRequest(path, Links.FOLLOW), known);
  }

  private static Known<FileStatus> seen(FileStatus file) {
    return new Known<>(file, Evidence.of("layer", "1 of 1").with("made by", "ADD rootfs.tar /"));
  }
}
