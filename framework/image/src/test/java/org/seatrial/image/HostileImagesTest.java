package org.seatrial.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.image.tar.TarFixture.tar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Answer;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;
import org.seatrial.check.Request;
import org.seatrial.check.file.DigestRequest;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadAllRequest;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.Selection;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;
import org.seatrial.image.fixture.Blob;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.fixture.Packing;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.ImageSource;
import org.seatrial.image.source.LayoutFolder;
import org.seatrial.image.source.StreamedArchive;
import org.seatrial.image.tar.Limits;
import org.seatrial.image.tar.TarFixture;

/** Images that are broken or mean harm: a reason with file and place, or a harmless answer. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileImagesTest {

  private static final String LAYER = "application/vnd.oci.image.layer.v1.tar";

  @TempDir Path temp;

  private ImageOptions options = ImageOptions.standard();

  /** An image of one layer whose bytes and claims are as wrong as wanted. */
  private static Bundle image(Blob layer, String diffId) {
    Blob config =
        Blob.of(
            "application/vnd.oci.image.config.v1+json",
            "{\"os\": \"linux\", \"architecture\": \"amd64\", \"rootfs\": {\"type\": \"layers\","
                + " \"diff_ids\": [\""
                + diffId
                + "\"]}}");
    Blob manifest = ImageFixture.manifest(config, List.of(layer));
    return Bundle.empty()
        .with(layer)
        .with(config)
        .with(manifest)
        .with("index.json", Bundle.index(List.of(manifest.descriptor())))
        .with("oci-layout", "{\"imageLayoutVersion\": \"1.0.0\"}");
  }

  private ImagePlace place(Bundle bundle) {
    return place(LayoutFolder.at(bundle.writeTo(temp.resolve("image"))));
  }

  private ImagePlace place(ImageSource source) {
    return ImagePlace.of(source, Choice.only(), options.withCacheFolder(temp.resolve("cache")));
  }

  private ImagePlace place(byte[] tar) {
    return place(image(new Blob(LAYER, tar), Digest.sha256(tar).toString()));
  }

  /** Require that the layer is refused with this reason, plain and compressed. */
  private void assertRefused(byte[] tar, String reason) {
    for (Packing packing : Packing.values()) {
      Blob blob = new Blob(packing == Packing.PLAIN ? LAYER : LAYER + "+gzip", packing.pack(tar));
      if (packing != Packing.ZSTD) {
        assertRefused(blob, Digest.sha256(tar).toString(), reason);
      }
    }
  }

  private void assertRefused(Blob layer, String diffId, String reason) {
    ImagePlace place = place(image(layer, diffId));
    assertThatThrownBy(place::summary)
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            reason.replace(
                "LAYER",
                "layer 1 of 1 ("
                    + Digest.parse(layer.digest()).abbreviated()
                    + ") of layout:"
                    + temp.resolve("image")));
  }

  private static String text(ImagePlace place, Request<?> request) {
    Answer<?> answer = Objects.requireNonNull(place.fetch(Set.of(request)).get(request));
    return answer.fold(
        known -> "known " + known.value(),
        absent -> "absent " + absent.evidence().text(),
        unknown -> "unknown " + unknown.why());
  }

  private static String where(ImagePlace place, String path) {
    return text(place, new StatRequest(path, Links.FOLLOW));
  }

  @Test
  void a_layer_that_is_no_archive() {
    assertRefused(
        "no archive at all".repeat(99).getBytes(StandardCharsets.UTF_8),
        "cannot read LAYER: entry 1 at byte 0: its header is not that of a tar archive: the"
            + " checksum is no number");
  }

  @Test
  void a_layer_that_ends_within_a_file() {
    byte[] tar = tar().file("etc/big", "x".repeat(2000)).bytes();
    assertRefused(
        Arrays.copyOf(tar, 1024),
        "cannot read LAYER: entry 1 at byte 0 (\"etc/big\"): the archive ends within its content,"
            + " at byte 1024");
  }

  @Test
  void a_compressed_layer_that_ends_too_early() {
    byte[] tar = tar().file("etc/big", "x".repeat(2000)).bytes();
    byte[] packed = Packing.GZIP.pack(tar);
    assertRefused(
        new Blob(LAYER + "+gzip", Arrays.copyOf(packed, packed.length - 5)),
        Digest.sha256(tar).toString(),
        "cannot read LAYER: entry 1 at byte 0: the gzip stream ends early");
  }

  @Test
  void a_layer_with_another_diff_id() {
    byte[] tar = tar().file("a", "1").bytes();
    String other = Digest.sha256(new byte[0]).toString();
    for (Packing packing : List.of(Packing.PLAIN, Packing.GZIP)) {
      assertRefused(
          new Blob(LAYER + (packing == Packing.PLAIN ? "" : "+gzip"), packing.pack(tar)),
          other,
          "cannot trust LAYER: its diff ID is " + Digest.sha256(tar) + ", not " + other);
    }
  }

  @Test
  void a_layer_with_another_diff_id_in_a_stream_that_cannot_be_read_again() {
    byte[] tar = tar().file("a", "1").bytes();
    Blob layer = new Blob(LAYER + "+gzip", Packing.GZIP.pack(tar));
    Digest other = Digest.sha256(new byte[0]);
    byte[] bytes = image(layer, other.toString()).tar();
    ImagePlace place = place(StreamedArchive.once("archive:-", new ByteArrayInputStream(bytes)));
    assertThatThrownBy(place::summary)
        .hasMessage(
            "cannot trust layer 1 of 1 (%s) of archive:-: its diff ID is %s, not %s",
            Digest.parse(layer.digest()).abbreviated(), Digest.sha256(tar), other);
  }

  @Test
  void a_layer_with_another_digest_in_a_stream_that_cannot_be_read_again() {
    LayerFixture layer = LayerFixture.empty().file("a", "1");
    ImageFixture image = ImageFixture.of(layer);
    Blob blob = image.blobs().get(0);
    byte[] other = blob.bytes();
    // The operating system in gzip's header: another blob of the same content.
    other[9] ^= 1;
    byte[] bytes = Bundle.layout(image).with(blob.path(), other).tar();
    ImagePlace place = place(StreamedArchive.once("archive:-", new ByteArrayInputStream(bytes)));
    assertThatThrownBy(place::summary)
        .hasMessage(
            "cannot trust layer 1 of 1 (%s) of archive:-: its digest is %s, not %s",
            Digest.parse(blob.digest()).abbreviated(), Digest.sha256(other), blob.digest());
  }

  @Test
  void names_that_climb_out() {
    assertRefused(
        tar().file("../../etc/passwd", "x").bytes(),
        "cannot read LAYER: entry 1 at byte 0 (\"../../etc/passwd\"): its path climbs out of the"
            + " root");
    assertRefused(
        tar().file("b", "y").file("a/../../b", "y").bytes(),
        "cannot read LAYER: entry 2 at byte 1024 (\"a/../../b\"): its path climbs out of the root");
  }

  @Test
  void absolute_names() {
    ImagePlace place = place(tar().file("/etc/passwd", "x").file("//a", "y").bytes());
    assertThat(where(place, "/etc/passwd")).startsWith("known FileStatus[path=/etc/passwd, ");
    assertThat(where(place, "/a")).startsWith("known FileStatus[path=/a, ");
  }

  @Test
  void a_name_with_nul() {
    assertRefused(
        tar().pax("path=a\0b").file("x", "y").bytes(),
        "cannot read LAYER: entry 1 at byte 0: the record path of its extended header has a NUL");
  }

  @Test
  void a_name_that_is_no_utf_8() {
    ImagePlace place = place(tar().pax("path=a\u00ff\u001b[31m").file("x", "y").bytes());
    assertThat(where(place, "/x")).isEqualTo("absent path /x is not there");
    WalkRequest all = new WalkRequest(Glob.parse("/*"), new Selection.Everything());
    assertThat(Printable.of(text(place, all)))
        .startsWith("known [Known[value=FileStatus[path=/a\\xff\\u001b[31m, type=REGULAR, ");
  }

  @Test
  void links_in_a_circle() {
    ImagePlace place = place(tar().symlink("a", "b").symlink("b", "/a").bytes());
    assertThat(where(place, "/a"))
        .isEqualTo("unknown cannot follow /a: more than 40 links lead on");
    assertThat(text(place, ReadRequest.of("/b/c")))
        .isEqualTo("unknown cannot follow /b: more than 40 links lead on");
  }

  @Test
  void links_out_of_the_root() {
    // Above the root is the root, as for a process in the image; never a file of this machine.
    TarFixture links = tar().symlink("out", "../../../../../etc/passwd").symlink("up", "/..");
    ImagePlace without = place(links.bytes());
    assertThat(where(without, "/out")).startsWith("absent path /etc is not there, layer 1 of 1 (");
    assertThat(where(without, "/up/up/etc/passwd")).isEqualTo("absent path /etc is not there");
    ImagePlace with = place(links.file("etc/passwd", "own").bytes());
    assertThat(text(with, ReadRequest.of("/out"))).isEqualTo("known FileContent[3 bytes]");
    assertThat(text(with, ReadRequest.of("/up/up/etc/passwd")))
        .isEqualTo("known FileContent[3 bytes]");
  }

  @Test
  void a_hard_link_out_of_the_root_and_to_nothing() {
    ImagePlace place =
        place(tar().hardLink("h", "../../etc/shadow").hardLink("i", "nothing").bytes());
    assertThat(where(place, "/h"))
        .isEqualTo(
            "unknown cannot follow /h: it is a hard link to \"../../etc/shadow\", which is no file"
                + " of the layers below, nor one that comes earlier in the same layer");
    assertThat(text(place, ReadRequest.of("/i")))
        .isEqualTo(
            "unknown cannot follow /i: it is a hard link to \"nothing\", which is no file of the"
                + " layers below, nor one that comes earlier in the same layer");
  }

  @Test
  void devices_are_told_and_never_read() {
    TarFixture tar = tar();
    for (char type : new char[] {'3', '4', '6'}) {
      tar.entry(type, "dev/" + type, new byte[0], header -> {});
    }
    ImagePlace place = place(tar.bytes());
    assertThat(text(place, ReadRequest.of("/dev/3")))
        .isEqualTo("unknown cannot read /dev/3: it is a character device");
    assertThat(text(place, ReadRequest.of("/dev/4")))
        .isEqualTo("unknown cannot read /dev/4: it is a block device");
    assertThat(text(place, ReadRequest.of("/dev/6")))
        .isEqualTo("unknown cannot read /dev/6: it is a fifo");
  }

  @Test
  void a_small_layer_of_endless_zeros() {
    byte[] member = Packing.GZIP.pack(new byte[1 << 20]);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int i = 0; i < 20; i++) {
      packed.writeBytes(member);
    }
    assertRefused(
        new Blob(LAYER + "+gzip", packed.toByteArray()),
        Digest.sha256(new byte[0]).toString(),
        "cannot read LAYER: it goes on for more than 16777216 bytes after its end");
  }

  @Test
  void a_small_layer_with_a_file_of_endless_zeros() {
    Blob layer =
        new Blob(LAYER + "+gzip", Packing.GZIP.pack(tar().file("z", new byte[9 << 20]).bytes()));
    options = options.withLimits(Limits.standard().withArchiveBytes(8 << 20));
    assertRefused(
        layer,
        Digest.sha256(new byte[0]).toString(),
        "cannot read LAYER: entry 1 at byte 0 (\"z\"): it has more than 8388608 uncompressed"
            + " bytes");
  }

  @Test
  void a_layer_of_too_many_entries() {
    TarFixture tar = tar();
    for (int i = 0; i < 1_001; i++) {
      tar.file("a", "");
    }
    options = options.withLimits(Limits.standard().withEntries(1_000));
    assertRefused(
        tar.bytes(),
        "cannot read LAYER: entry 1001 at byte 512000 (\"a\"): the archive has more than 1000"
            + " entries");
  }

  @Test
  void a_sparse_file_of_which_nearly_nothing_is_there() {
    byte[] tar =
        tar()
            .pax(
                "GNU.sparse.major=0",
                "GNU.sparse.minor=1",
                "GNU.sparse.size=9000000000000000000",
                "GNU.sparse.numblocks=1",
                "GNU.sparse.map=0,1")
            .file("s", "a")
            .pax(
                "GNU.sparse.major=0",
                "GNU.sparse.minor=1",
                "GNU.sparse.size=9000000000000000000",
                "GNU.sparse.numblocks=1",
                "GNU.sparse.map=0,1")
            .file("t", "a")
            .bytes();
    ImagePlace place = place(tar);
    assertThat(text(place, ReadRequest.of("/s")))
        .isEqualTo(
            "unknown cannot read /s: it has 9000000000000000000 bytes, and at most 8388608 are"
                + " read");
    // The sum of both is beyond 64 bits.
    assertThat(text(place, new ReadAllRequest(Glob.parse("/*"))))
        .isEqualTo(
            "unknown cannot read all of /* together: it has 9223372036854775807 bytes, and at most"
                + " 8388608 are read");
    assertThat(text(place, new DigestRequest("/s", DigestRequest.Algorithm.SHA256)))
        .isEqualTo(
            "unknown cannot read /s: it has 9000000000000000000 bytes, and at most 68719476736 are"
                + " read");
  }
}
