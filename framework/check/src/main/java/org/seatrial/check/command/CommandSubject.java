package org.seatrial.check.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seatrial.check.Printable;
import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/** What comes of a command. Immutable. */
public final class CommandSubject extends Subject<CommandResult> {

  private final String noun;
  private final CommandRequest request;

  CommandSubject(String noun, CommandRequest request) {
    super(noun, line(noun, request.arguments()));
    this.noun = noun;
    this.request = request;
  }

  /** Return the arguments as a person writes them; quoted only where that is needed to see them. */
  private static String line(String noun, List<String> arguments) {
    if (noun.equals("shell")) {
      return Printable.quoted(arguments.get(arguments.size() - 1));
    }
    return String.join(
        " ",
        arguments.stream()
            .map(a -> a.isEmpty() || a.indexOf(' ') >= 0 ? Printable.quoted(a) : Printable.of(a))
            .toList());
  }

  /**
   * Return the subject with this time instead of {@link CommandRequest#TIMEOUT}, after which the
   * command is killed: {@code command("pg_isready").within(Duration.ofSeconds(5))}.
   */
  public CommandSubject within(Duration time) {
    return new CommandSubject(
        noun, new CommandRequest(request.arguments(), request.environment(), time));
  }

  /**
   * Return the subject with this variable in the command's environment, in addition to the place's
   * own. Values are not part of the sentence.
   */
  public CommandSubject withVariable(String name, String value) {
    Map<String, String> more = new HashMap<>(request.environment());
    more.put(name, value);
    return new CommandSubject(
        noun, new CommandRequest(request.arguments(), more, request.timeout()));
  }

  /** Return the words before "should": {@code command pg_isready within 5 s}. */
  @Override
  public String phrase() {
    return super.phrase()
        + (request.timeout().equals(CommandRequest.TIMEOUT)
            ? ""
            : " within " + CommandText.seconds(request.timeout()));
  }

  @Override
  protected Request<CommandResult> request() {
    return request;
  }
}
