package org.seatrial.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.file.Selections.symlinks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Request;
import org.seatrial.check.file.DigestRequest;
import org.seatrial.check.file.DigestRequest.Algorithm;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadAllRequest;
import org.seatrial.check.file.ReadAllRequest.FileText;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.Selection;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.fixture.Packing;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.ImageArchive;
import org.seatrial.image.source.ImageSource;
import org.seatrial.image.source.LayoutFolder;
import org.seatrial.image.source.StreamedArchive;

class ImagePlaceTest {

  private static final LayerFixture BASE =
      LayerFixture.empty()
          .directory("etc")
          .file("etc/passwd", "root:x:0:0::/root:/bin/sh\n")
          .file("etc/gone", "12345")
          .file("usr/bin/tool", new byte[100_000], 04755, 7, 8);
  private static final LayerFixture MIDDLE =
      LayerFixture.empty()
          .file("srv/one", "shared")
          .hardLink("srv/two", "srv/one")
          .symlink("srv/link", "../../../srv/two");
  private static final LayerFixture TOP =
      LayerFixture.empty().whiteout("etc/gone").file("etc/passwd", "app:x:1001:0::/:\n");
  private static final ImageFixture IMAGE =
      ImageFixture.of(BASE, MIDDLE, TOP)
          .withName("shop:1.4")
          .withRun("{\"User\": \"1001\"}")
          .withHistory("/bin/sh -c #(nop) ADD base", "RUN /bin/sh -c make # buildkit", "COPY app");

  /** What nobody but a running container can tell. */
  private record Weather() implements Request<String> {}

  /** Every form in which an image is kept. */
  enum Form {
    FOLDER_OF_PLAIN_LAYERS,
    FOLDER_OF_GZIP_LAYERS,
    FOLDER_OF_ZSTD_LAYERS,
    ARCHIVE_OF_PLAIN_LAYERS,
    ARCHIVE_OF_GZIP_LAYERS,
    ARCHIVE_OF_ZSTD_LAYERS,
    SAVED,
    SAVED_BEFORE_25,
    GZIP_ARCHIVE,
    ZSTD_ARCHIVE,
    STREAM;

    ImageSource write(ImageFixture image, Path folder) {
      Path file = folder.resolve(name() + ".tar");
      return switch (this) {
        case FOLDER_OF_PLAIN_LAYERS -> folder(image.withPacking(Packing.PLAIN), folder);
        case FOLDER_OF_GZIP_LAYERS -> folder(image.withPacking(Packing.GZIP), folder);
        case FOLDER_OF_ZSTD_LAYERS -> folder(image.withPacking(Packing.ZSTD), folder);
        case ARCHIVE_OF_PLAIN_LAYERS ->
            archive(Bundle.layout(image.withPacking(Packing.PLAIN)), file, Packing.PLAIN);
        case ARCHIVE_OF_GZIP_LAYERS -> archive(Bundle.layout(image), file, Packing.PLAIN);
        case ARCHIVE_OF_ZSTD_LAYERS ->
            archive(Bundle.layout(image.withPacking(Packing.ZSTD)), file, Packing.PLAIN);
        case SAVED -> archive(Bundle.saved(image), file, Packing.PLAIN);
        case SAVED_BEFORE_25 -> archive(Bundle.savedBefore25(image), file, Packing.PLAIN);
        case GZIP_ARCHIVE -> archive(Bundle.saved(image), file, Packing.GZIP);
        case ZSTD_ARCHIVE -> archive(Bundle.layout(image), file, Packing.ZSTD);
        case STREAM -> {
          byte[] tar = Bundle.saved(image).tar();
          yield StreamedArchive.of("docker:shop:1.4", () -> new ByteArrayInputStream(tar));
        }
      };
    }

    private static ImageSource folder(ImageFixture image, Path folder) {
      return LayoutFolder.at(Bundle.layout(image).writeTo(folder.resolve(image.packing().name())));
    }

    private static ImageSource archive(Bundle bundle, Path file, Packing packing) {
      return ImageArchive.at(bundle.tarTo(file, packing));
    }
  }

  @TempDir Path temp;

  private ImagePlace place(ImageSource source) {
    return place(source, ImageProgress.none());
  }

  private ImagePlace place(ImageSource source, ImageProgress progress) {
    return ImagePlace.of(
        source,
        Choice.only(),
        ImageOptions.standard().withCacheFolder(temp.resolve("cache")).withProgress(progress));
  }

  private static <A> Answer<A> ask(ImagePlace place, Request<A> request) {
    @SuppressWarnings("unchecked") // A place answers a request with an answer of its type.
    Answer<A> answer =
        (Answer<A>) Objects.requireNonNull(place.fetch(Set.of(request)).get(request));
    return answer;
  }

  private static final Map<Request<?>, String> ANSWERS = answers();

  private static Map<Request<?>, String> answers() {
    String base = "layer 1 of 3 (" + shortly(BASE) + "), made by ADD base";
    String middle = "layer 2 of 3 (" + shortly(MIDDLE) + "), made by RUN make";
    String top = "layer 3 of 3 (" + shortly(TOP) + "), made by COPY app";
    Map<Request<?>, String> answers = new LinkedHashMap<>();
    answers.put(
        new StatRequest("/usr/bin/tool", Links.FOLLOW),
        "/usr/bin/tool regular file, mode 4755, owner 7:8, 100000 bytes [" + base + "]");
    answers.put(
        new StatRequest("/srv/link", Links.FOLLOW),
        "/srv/two regular file, mode 0644, owner 0:0, 6 bytes [path /srv/two, " + middle + "]");
    answers.put(
        new StatRequest("/srv/link", Links.KEEP),
        "/srv/link symbolic link, mode 0777, owner 0:0 → ../../../srv/two [" + middle + "]");
    answers.put(
        new StatRequest("/etc/gone", Links.FOLLOW),
        "absent [path /etc/gone is not there, "
            + top
            + ", history layer 1 added it, layer 3 removed it]");
    answers.put(
        new StatRequest("/etc/passwd/x", Links.FOLLOW),
        "absent [path /etc/passwd is a regular file, no directory]");
    answers.put(
        new WalkRequest(Glob.parse("/**"), symlinks()),
        "/srv/link symbolic link, mode 0777, owner 0:0 → ../../../srv/two [" + middle + "] []");
    answers.put(new WalkRequest(Glob.parse("/opt/**"), new Selection.Everything()), "absent []");
    answers.putAll(contents(middle, top));
    answers.put(
        ReadRequest.of("/etc/gone"), answers.get(new StatRequest("/etc/gone", Links.FOLLOW)));
    return answers;
  }

  private static Map<Request<?>, String> contents(String middle, String top) {
    Map<Request<?>, String> answers = new LinkedHashMap<>();
    answers.put(
        ReadRequest.of("/etc/passwd"),
        "app:x:1001:0::/:\n [" + top + ", history layer 1 added it, layer 3 changed it]");
    answers.put(ReadRequest.of("/srv/link"), "shared [path /srv/two, " + middle + "]");
    answers.put(new ReadRequest("/srv/two", 6), "shared [" + middle + "]");
    answers.put(
        new ReadRequest("/srv/two", 5),
        "unknown: cannot read /srv/two: it has 6 bytes, and at most 5 are read");
    answers.put(ReadRequest.of("/etc"), "unknown: cannot read /etc: it is a directory");
    answers.put(
        new ReadAllRequest(Glob.parse("/srv/*")),
        "/srv/one shared [" + middle + "], /srv/two shared [" + middle + "] []");
    answers.put(
        new DigestRequest("/srv/two", Algorithm.SHA256),
        Digest.sha256("shared".getBytes(StandardCharsets.UTF_8)).hex() + " [" + middle + "]");
    answers.put(
        new DigestRequest("/srv/one", Algorithm.MD5),
        "9e81e7b963c71363e2fb3eefcfecfc0e [" + middle + "]");
    answers.put(new Weather(), "unknown: an image can't tell Weather: it does not run");
    return answers;
  }

  private static String shortly(LayerFixture layer) {
    return Digest.parse(layer.diffId()).abbreviated();
  }

  private static String text(Answer<?> answer) {
    return answer.fold(
        known -> text(known.value()) + " [" + known.evidence().text() + "]",
        absent -> "absent [" + absent.evidence().text() + "]",
        unknown -> "unknown: " + unknown.why());
  }

  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(each -> text((Known<?>) each)).collect(Collectors.joining(", "));
    }
    if (value instanceof FileText file) {
      return file.path() + " " + file.content().text();
    }
    if (value instanceof FileContent content) {
      return content.text();
    }
    return value instanceof FileStatus file
        ? file.path() + " " + file.description()
        : value.toString();
  }

  private static Map<Request<?>, String> ask(ImagePlace place) {
    Map<Request<?>, Answer<?>> given = place.fetch(new LinkedHashSet<>(ANSWERS.keySet()));
    Map<Request<?>, String> texts = new LinkedHashMap<>();
    ANSWERS.keySet().forEach(r -> texts.put(r, text(Objects.requireNonNull(given.get(r)))));
    return texts;
  }

  @ParameterizedTest
  @EnumSource
  void answers_the_same_in_every_form(Form form) {
    ImageSource source = form.write(IMAGE, temp);
    assertThat(ask(place(source))).containsExactlyEntriesOf(ANSWERS);
    // And once more with what the first run left in the cache.
    assertThat(ask(place(source))).containsExactlyEntriesOf(ANSWERS);
  }

  @ParameterizedTest
  @EnumSource
  void sums_up_the_same_in_every_form(Form form) {
    ImageSource source = form.write(IMAGE, temp);
    ImageSummary image = ((Known<ImageSummary>) ask(place(source), new ImageRequest())).value();
    assertThat(image.name()).isEqualTo("image " + source.name());
    assertThat(image.configDigest()).hasToString(IMAGE.config().digest());
    assertThat(image.config().run().user()).isEqualTo("1001");
    assertThat(image.layers())
        .extracting(l -> l.number() + " " + l.diffId() + " " + l.size() + " " + l.entries())
        .containsExactly(
            "1 " + BASE.diffId() + " " + BASE.tar().length + " 4",
            "2 " + MIDDLE.diffId() + " " + MIDDLE.tar().length + " 3",
            "3 " + TOP.diffId() + " " + TOP.tar().length + " 2");
    assertThat(image.layers())
        .extracting(ImageLayer::instruction)
        .containsExactly("ADD base", "RUN make", "COPY app");
    assertThat(image.wasted())
        .containsExactly(
            new WastedPath("/etc/passwd", 26, List.of(1, 3)),
            new WastedPath("/etc/gone", 5, List.of(1, 3)));
    assertThat(image.wastedBytes()).isEqualTo(31);
    assertThat(image.unpackedSize())
        .isEqualTo(BASE.tar().length + MIDDLE.tar().length + TOP.tar().length);
  }

  @ParameterizedTest
  @EnumSource
  void reads_a_layer_that_is_there_twice(Form form) {
    ImageSource source = form.write(ImageFixture.of(MIDDLE, TOP, MIDDLE), temp);
    ImagePlace place = place(source);
    Answer<FileContent> content = ask(place, ReadRequest.of("/srv/one"));
    assertThat(text(content)).startsWith("shared [layer ");
    assertThat(text(ask(place, ReadRequest.of("/etc/passwd")))).startsWith("app:x:1001:0::/:\n");
    assertThat(place.summary().layers()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void reads_what_a_link_out_of_its_folder_leads_to_in_a_layer_above(Form form) throws IOException {
    LayerFixture base =
        LayerFixture.empty()
            .file("usr/lib/os-release", "ID=old\n")
            .symlink("etc/os-release", "../usr/lib/os-release");
    LayerFixture upgrade = LayerFixture.empty().file("usr/lib/os-release", "ID=debian\n");
    ImagePlace place = place(form.write(ImageFixture.of(base, upgrade), temp));
    assertThat(text(ask(place, ReadRequest.of("/etc/os-release"))))
        .isEqualTo(
            "ID=debian\n [path /usr/lib/os-release, layer 2 of 2 ("
                + shortly(upgrade)
                + "), history layer 1 added it, layer 2 changed it]");
    ImageFixture removed =
        ImageFixture.of(base, LayerFixture.empty().whiteout("usr/lib/os-release"));
    Path folder = Files.createDirectory(temp.resolve("removed"));
    assertThat(ask(place(form.write(removed, folder)), ReadRequest.of("/etc/os-release")))
        .isInstanceOf(Answer.Absent.class);
  }

  @Test
  void reads_an_image_once_for_all_who_ask_at_the_same_time() throws Exception {
    Watching watching = new Watching();
    ImagePlace place = place(Form.FOLDER_OF_GZIP_LAYERS.write(IMAGE, temp), watching);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Map<Request<?>, String>>> tasks = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        tasks.add(() -> ask(place));
      }
      for (Future<Map<Request<?>, String>> answers : threads.invokeAll(tasks)) {
        assertThat(answers.get()).containsExactlyEntriesOf(ANSWERS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(watching.opened).containsExactly(place.name().substring("image ".length()));
    assertThat(watching.read).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void remembers_that_an_image_cannot_be_read() {
    Watching watching = new Watching();
    ImagePlace place = place(ImageArchive.at(temp.resolve("none.tar")), watching);
    String message = "cannot read archive:" + temp.resolve("none.tar") + ": there is no such file";
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> ask(place))
          .isInstanceOf(InspectionException.class)
          .hasMessage(message);
      assertThatThrownBy(place::summary).hasMessage(message);
    }
    assertThat(watching.opened).hasSize(1);
  }

  @Test
  void reads_nothing_before_it_is_asked() {
    Watching watching = new Watching();
    ImagePlace place = place(Form.SAVED.write(IMAGE, temp), watching);
    assertThat(place.name()).isEqualTo("image archive:" + temp.resolve("SAVED.tar"));
    assertThat(watching.opened).isEmpty();
  }

  @Test
  void opens_what_a_user_names() {
    Path folder = Bundle.layout(IMAGE).writeTo(temp.resolve("shop"));
    ImageOptions options = ImageOptions.standard().withCacheFolder(temp.resolve("cache"));
    ImagePlace place = ImagePlace.open("layout:" + folder + ":1.4", "linux/amd64", options);
    assertThat(ask(place)).containsExactlyEntriesOf(ANSWERS);
    ImagePlace other = ImagePlace.open("layout:" + folder, "linux/arm64", options);
    assertThatThrownBy(other::summary)
        .isInstanceOf(InspectionException.class)
        .hasMessage("layout:" + folder + " has no image for linux/arm64; it has linux/amd64");
    assertThatThrownBy(() -> ImagePlace.open("docker:", "", options))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
