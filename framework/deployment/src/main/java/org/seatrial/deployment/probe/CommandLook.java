package org.seatrial.deployment.probe;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seatrial.check.Answer;
import org.seatrial.check.command.CommandRequest;
import org.seatrial.check.command.CommandResult;
import org.seatrial.check.file.FileContent;

/**
 * Runs a command. Its outputs come in blocks of the same name on both outputs of the probe, cut
 * where they are made; what it leaves running in its session is ended with it.
 */
final class CommandLook implements Look {

  private static final int LIMIT = CommandRequest.OUTPUT_LIMIT;

  /** How long it may take to end all that a command started. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** What {@code watch} ends with when the time was over. */
  private static final String LATE = "9";

  private final CommandRequest request;

  CommandLook(CommandRequest request) {
    this.request = request;
  }

  @Override
  public void ask(Script script, String id) {
    if (!canBeWritten()) {
      return;
    }
    script.expect(2L * LIMIT);
    script.wait(request.timeout().plus(GRACE));
    BigDecimal seconds =
        BigDecimal.valueOf(Math.max(1, Math.min(request.timeout().toMillis(), 31_536_000_000L)), 3);
    boolean set = !request.environment().isEmpty();
    Stream<String> variables =
        new TreeMap<>(request.environment())
            .entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue());
    Stream<String> shell =
        set ? Stream.of("sh", "-c", "exec \"$@\"", "sh") : Stream.of("-c", "exec \"$@\"", "sh");
    String words =
        Stream.of(variables, shell, request.arguments().stream())
            .flatMap(part -> part)
            .map(Script::quoted)
            .collect(Collectors.joining(" "));
    long whole = request.timeout().plusMillis(999).toSeconds();
    script.line(
        String.join(
            " ",
            "x",
            id,
            seconds.toPlainString(),
            String.valueOf(whole),
            String.valueOf(LIMIT + 1),
            set ? "1" : "0",
            words));
  }

  /** Tell whether the system could take such words at all. */
  private boolean canBeWritten() {
    boolean words = request.arguments().stream().allMatch(word -> word.indexOf('\0') < 0);
    boolean variables =
        request.environment().entrySet().stream()
            .allMatch(entry -> isName(entry.getKey()) && entry.getValue().indexOf('\0') < 0);
    return words && variables;
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.charAt(0) != '-'
        && name.chars().allMatch(c -> c > ' ' && c < 127 && c != '=');
  }

  @Override
  public Reply reply(Heard heard, String id) throws GarbledException {
    if (!canBeWritten()) {
      return Reply.of(
          Answer.unknown(
              "cannot run a command with a NUL in it, or a variable that has no proper name"));
    }
    if (heard.out().has(id, "x")) {
      return Reply.unseen(
          "cannot run a command: " + heard.out().require(id, "x").text() + " is not there");
    }
    byte[] stdout = heard.out().require(id, "o").bytes();
    byte[] stderr = heard.err().require(id, "o").bytes();
    String text = heard.out().require(id, "r").text();
    String[] words = text.split(" ", -1);
    if (words.length != 4 || number(words[0]) > 255) {
      throw GarbledException.of("how a command ended", RawNames.encode(text), 0);
    }
    int status = number(words[0]);
    boolean killed = words[1].equals(LATE) && status > 128;
    return Reply.of(
        Answer.known(
            new CommandResult(
                killed ? OptionalInt.empty() : OptionalInt.of(status),
                first(stdout),
                first(stderr),
                stdout.length > LIMIT || stderr.length > LIMIT,
                took(words[2], words[3]))));
  }

  private static FileContent first(byte[] output) {
    return FileContent.of(Arrays.copyOf(output, Math.min(output.length, LIMIT)));
  }

  private static Duration took(String start, String end) throws GarbledException {
    return Duration.ofMillis(Math.max(0, hundredths(end) - hundredths(start)) * 10L);
  }

  private static long hundredths(String uptime) throws GarbledException {
    int point = uptime.indexOf('.');
    if (point < 1 || point != uptime.length() - 3 || uptime.length() > 16) {
      throw GarbledException.of("the time since the start", RawNames.encode(uptime), 0);
    }
    return number(uptime.substring(0, point)) * 100L + number(uptime.substring(point + 1));
  }

  private static int number(String digits) throws GarbledException {
    if (digits.isEmpty()
        || digits.length() > 9
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw GarbledException.of("a number", RawNames.encode(digits), 0);
    }
    return Integer.parseInt(digits);
  }
}
