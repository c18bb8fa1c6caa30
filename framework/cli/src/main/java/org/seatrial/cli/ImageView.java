package org.seatrial.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.image.ImageLayer;
import org.seatrial.image.ImageRequest;
import org.seatrial.image.ImageSummary;
import org.seatrial.image.WastedPath;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.oci.HealthCheck;
import org.seatrial.image.oci.RunConfig;
import org.seatrial.image.packages.InstalledPackage;
import org.seatrial.image.packages.PackagesRequest;
import org.seatrial.report.Listing;
import org.seatrial.report.Listing.Fact;
import org.seatrial.report.Listing.Section;
import org.seatrial.report.Listing.Table;
import org.seatrial.report.Listing.Value;

/** The whole of an image: what it is, how it runs, its layers, what it wastes, its packages. */
final class ImageView implements View {

  /** How many wasted paths are shown; the layers tell the rest. */
  private static final int MOST_WASTED = 10;

  private static final ImageRequest IMAGE = new ImageRequest();
  private static final PackagesRequest PACKAGES = PackagesRequest.all();

  @Override
  public List<Request<?>> requests() {
    return List.of(IMAGE, PACKAGES);
  }

  @Override
  public Listing listing(Facts facts) {
    List<Section> sections = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Answer<ImageSummary> image = facts.get(IMAGE);
    if (image instanceof Known<ImageSummary> known) {
      ImageSummary summary = known.value();
      sections.add(new Listing.Facts("image", image(summary)));
      sections.add(new Listing.Facts("runs", runs(summary.config().run())));
      sections.add(layers(summary.layers()));
      sections.add(wasted(summary.wasted()));
      packages(facts.get(PACKAGES), sections, notes);
    } else if (image instanceof Unknown<ImageSummary> unknown) {
      // One reason for everything: it is told once.
      notes.add(unknown.why());
    }
    return new Listing(sections, notes);
  }

  @Override
  public int exitCode(Facts facts) {
    return ExitCode.PASSED;
  }

  private static List<Fact> image(ImageSummary summary) {
    return List.of(
        new Fact("name", Value.of(summary.name())),
        new Fact("manifest", orNone(summary.manifestDigest().map(Digest::toString).orElse(""))),
        new Fact("config", Value.of(summary.configDigest().toString())),
        new Fact("platform", Value.of(summary.config().platform().toString())),
        new Fact("created", orNone(summary.config().created().map(Instant::toString).orElse(""))),
        new Fact("author", orNone(summary.config().author())),
        new Fact("unpacked size", Value.bytes(summary.unpackedSize())),
        new Fact("stored size", Value.bytes(summary.storedSize())),
        new Fact("wasted size", Value.bytes(summary.wastedBytes())));
  }

  private static List<Fact> runs(RunConfig run) {
    return List.of(
        new Fact("user", orNone(run.user())),
        new Fact("entrypoint", Value.words(run.entrypoint())),
        new Fact("command", Value.words(run.command())),
        new Fact("working directory", orNone(run.workingDirectory())),
        new Fact("environment", Value.lines(run.environment().entries())),
        new Fact("exposed ports", Value.lines(run.exposedPorts().entries())),
        new Fact("volumes", Value.lines(run.volumes())),
        new Fact("labels", Value.pairs(run.labels())),
        new Fact("stop signal", orNone(run.stopSignal())),
        new Fact(
            "health check",
            run.healthCheck().map(HealthCheck::test).map(Value::words).orElse(Value.none())));
  }

  private static Section layers(List<ImageLayer> layers) {
    List<List<Value>> rows =
        layers.stream()
            .map(
                layer ->
                    List.of(
                        Value.of(layer.number()),
                        Value.of(layer.diffId().toString()),
                        Value.bytes(layer.size()),
                        Value.bytes(layer.storedSize()),
                        Value.of(layer.entries()),
                        Value.of(layer.instruction())))
            .toList();
    return new Table(
        "layers", List.of("layer", "diff ID", "size", "stored size", "entries", "made by"), rows);
  }

  private static Section wasted(List<WastedPath> wasted) {
    List<List<Value>> rows =
        wasted.stream()
            .limit(MOST_WASTED)
            .map(
                path ->
                    List.of(
                        Value.bytes(path.bytes()),
                        Value.lines(path.layers().stream().map(String::valueOf).toList()),
                        Value.of(path.path())))
            .toList();
    return new Table("wasted", List.of("size", "layers", "path"), rows);
  }

  private static void packages(
      Answer<List<Known<InstalledPackage>>> answer, List<Section> sections, List<String> notes) {
    if (answer instanceof Unknown<List<Known<InstalledPackage>>> unknown) {
      notes.add(unknown.why());
      return;
    }
    List<Known<InstalledPackage>> packages =
        answer instanceof Known<List<Known<InstalledPackage>>> known ? known.value() : List.of();
    sections.add(
        new Table(
            "packages",
            List.of("name", "version", "architecture", "system", "size"),
            packages.stream()
                .map(Known::value)
                .sorted(Comparator.comparing(InstalledPackage::name))
                .map(ImageView::row)
                .toList()));
  }

  private static List<Value> row(InstalledPackage installed) {
    return List.of(
        Value.of(installed.name()),
        Value.of(installed.version()),
        Value.of(installed.architecture()),
        Value.of(installed.system().toString()),
        installed.size().isPresent() ? Value.bytes(installed.size().getAsLong()) : Value.none());
  }

  private static Value orNone(String text) {
    return text.isEmpty() ? Value.none() : Value.of(text);
  }
}
