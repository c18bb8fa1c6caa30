package org.seatrial.image;

import com.google.re2j.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.seatrial.check.Condition;
import org.seatrial.check.Evidence;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;
import org.seatrial.image.oci.HistoryEntry;
import org.seatrial.image.oci.ImageConfig;

/**
 * The conditions on what an image weighs and how it was made: size, layers, waste, age, history. To
 * be imported statically. A place that is no image leaves them undetermined.
 */
public final class ImageConditions {

  /** How many of the largest wasted files a finding names. */
  private static final int NAMED = 5;

  private ImageConditions() {}

  /** Require that all layers together have at most this many bytes, uncompressed. */
  public static Condition<ImageSummary> weighAtMost(long bytes) {
    String expected = "at most " + bytes + " bytes uncompressed";
    return Condition.of(
        "weigh at most " + bytes + " bytes",
        expected,
        (known, facts) -> {
          ImageSummary image = known.value();
          return Judgement.of(
              image.unpackedSize() <= bytes,
              expected,
              image.unpackedSize() + " bytes uncompressed",
              Evidence.of("layers", sizes(image, ImageLayer::size)));
        });
  }

  /**
   * Require that all layers together have at most this many bytes as the source stores them;
   * compressed in a registry or an OCI layout, mostly not in what {@code docker save} writes.
   */
  public static Condition<ImageSummary> transferAtMost(long bytes) {
    String expected = "at most " + bytes + " bytes as stored";
    return Condition.of(
        "transfer at most " + bytes + " bytes",
        expected,
        (known, facts) -> {
          ImageSummary image = known.value();
          return Judgement.of(
              image.storedSize() <= bytes,
              expected,
              image.storedSize() + " bytes as stored",
              Evidence.of("layers", sizes(image, ImageLayer::storedSize)));
        });
  }

  /** Require at most this many layers. */
  public static Condition<ImageSummary> haveLayersAtMost(int count) {
    String expected = "at most " + count + " layers";
    return Condition.of(
        "have at most " + count + " layers",
        expected,
        (known, facts) -> {
          ImageSummary image = known.value();
          int actual = image.layers().size();
          return Judgement.of(
              actual <= count, expected, actual + " layers", evidence(image, "rootfs.diff_ids"));
        });
  }

  /**
   * Require that lower layers carry at most this many bytes that are overwritten or deleted above.
   */
  public static Condition<ImageSummary> wasteAtMost(long bytes) {
    String expected = "at most " + bytes + " bytes wasted";
    return Condition.of(
        "waste at most " + bytes + " bytes",
        expected,
        (known, facts) -> {
          ImageSummary image = known.value();
          return Judgement.of(
              image.wastedBytes() <= bytes,
              expected,
              image.wastedBytes() + " bytes wasted" + largest(image),
              evidence(image, "layers"));
        });
  }

  /** Require that the image says it was built on this day or later, in UTC. */
  public static Condition<ImageSummary> beCreatedSince(LocalDate day) {
    return created(
        "be created since " + day,
        "created on " + day + " or later",
        (created, today) -> !created.isBefore(day));
  }

  /**
   * Require that the image says it was built at most this many days ago, in UTC. A date to come, of
   * which one day is left to clocks that differ, is violated.
   *
   * @throws IllegalArgumentException when the number is negative
   */
  public static Condition<ImageSummary> beCreatedWithinDays(int days) {
    if (days < 0) {
      throw new IllegalArgumentException("days must not be negative, but were " + days);
    }
    return created(
        "be created within " + days + " days",
        "created at most " + days + " days ago",
        (day, today) -> !day.isBefore(today.minusDays(days)) && !day.isAfter(today.plusDays(1)));
  }

  /** Require this of the day of creation, and of the day of the inspection. */
  private static Condition<ImageSummary> created(
      String phrase, String expected, BiPredicate<LocalDate, LocalDate> when) {
    return Condition.of(
        phrase,
        expected,
        (known, facts) -> {
          Optional<Instant> created = known.value().config().created();
          Evidence evidence = evidence(known.value(), "created");
          if (created.isEmpty()) {
            return Judgement.violated(Finding.of(expected, "no date of creation", evidence));
          }
          LocalDate day = LocalDate.ofInstant(created.get(), ZoneOffset.UTC);
          return Judgement.of(
              when.test(day, facts.date()), expected, "created at " + created.get(), evidence);
        });
  }

  /**
   * Require that the expression matches somewhere in at least one step of the image's history, such
   * as the instructions of its Dockerfile. Where none matches and the history does not tell of all
   * layers, it is undetermined.
   *
   * @throws IllegalArgumentException when it is no regular expression of RE2
   */
  public static Condition<ImageSummary> haveStepMatching(String regex) {
    Pattern pattern = ConfigConditions.compile(regex);
    String expected = "a step matching /" + Printable.of(regex) + "/";
    return Condition.of(
        "have " + expected,
        expected,
        (known, facts) -> {
          ImageConfig config = known.value().config();
          List<HistoryEntry> history = config.history();
          String matching =
              history.stream()
                  .map(HistoryEntry::createdBy)
                  .filter(step -> pattern.matcher(step).find())
                  .map(step -> Printable.quoted(Printable.of(step, 200)))
                  .collect(Collectors.joining(", "));
          if (matching.isEmpty() && config.historyGap().isPresent()) {
            return Judgement.undetermined(config.historyGap().get());
          }
          String actual = matching.isEmpty() ? "none of " + history.size() + " steps" : matching;
          return Judgement.of(
              !matching.isEmpty(), expected, actual, evidence(known.value(), "history"));
        });
  }

  private static Evidence evidence(ImageSummary image, String field) {
    return ConfigConditions.evidence(image, field);
  }

  private static String sizes(ImageSummary image, ToLongFunction<ImageLayer> size) {
    return image.layers().stream()
        .map(layer -> layer.number() + ": " + size.applyAsLong(layer))
        .collect(Collectors.joining(", "));
  }

  private static String largest(ImageSummary image) {
    if (image.wasted().isEmpty()) {
      return "";
    }
    String named =
        image.wasted().stream()
            .limit(NAMED)
            .map(
                w ->
                    Printable.of(w.path(), 200)
                        + " ("
                        + w.bytes()
                        + " bytes, layers "
                        + w.layers()
                        + ")")
            .collect(Collectors.joining(", "));
    // The list is bounded; the number of all bytes is not.
    long others =
        image.wastedBytes()
            - image.wasted().stream().limit(NAMED).mapToLong(WastedPath::bytes).sum();
    return ": " + named + (others > 0 ? " and others (" + others + " bytes)" : "");
  }
}
