package org.seatrial.deployment.probe;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Request;
import org.seatrial.check.command.CommandRequest;
import org.seatrial.check.file.DigestRequest;
import org.seatrial.check.file.ReadAllRequest;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;
import org.seatrial.check.process.MountsRequest;
import org.seatrial.check.process.ProcessesRequest;
import org.seatrial.check.process.SocketsRequest;

/**
 * Looks into a running place by the place's own {@code sh}: all requests of a round by one script
 * in one {@link Exec}. Nothing that comes back is believed before it is found well-formed; what
 * can't be believed, or did not come, is unknown. Safe for use by several threads.
 *
 * <p>A shell can't see the capabilities of files: {@code FileStatus.capabilities()} of its answers
 * is empty, and what needs them is left to others. It does not walk into {@code /proc} and {@code
 * /sys} unless a glob begins there.
 */
public final class Probe {

  /** Where programs are looked for before the place's own {@code PATH}. */
  private static final String FOLDERS = "/usr/bin:/bin:/usr/sbin:/sbin";

  private final Exec exec;
  private final String root;
  private final String folders;

  Probe(Exec exec, String root, String folders) {
    this.exec = requireNonNull(exec, "exec must not be null");
    this.root = root;
    this.folders = folders;
  }

  /** Return a probe that runs in the place that it looks at. */
  public static Probe in(Exec exec) {
    return new Probe(exec, "", FOLDERS);
  }

  /**
   * Return a probe that runs beside the place, in its PID and network namespaces, and looks at the
   * root of one of its processes. It runs no commands there.
   *
   * @param pid whose root it is, mostly 1
   */
  public static Probe beside(Exec exec, long pid) {
    return new Probe(exec, "/proc/" + pid + "/root", FOLDERS);
  }

  /**
   * Ask all of these at once.
   *
   * @throws org.seatrial.check.InspectionException when nothing runs there, or the platform refuses
   */
  public ProbeAnswers answer(Set<Request<?>> requests) {
    List<StatRequest> stats = new ArrayList<>();
    Map<Request<?>, Look> looks = new LinkedHashMap<>();
    Map<Request<?>, Reply> replies = new HashMap<>();
    for (Request<?> request : requests) {
      Optional<Look> look = look(request);
      if (request instanceof StatRequest stat) {
        stats.add(stat);
      } else if (look.isPresent()) {
        looks.put(request, look.get());
      } else {
        String kind = request.getClass().getSimpleName();
        replies.put(request, Reply.unseen("the probe can't tell " + kind));
      }
    }
    if (!stats.isEmpty() || !looks.isEmpty()) {
      replies.putAll(look(new StatLooks(stats), looks));
    }
    return answers(replies);
  }

  private Optional<Look> look(Request<?> request) {
    if (request instanceof ReadRequest read) {
      return Optional.of(ContentLook.of(read));
    }
    if (request instanceof DigestRequest digest) {
      return Optional.of(ContentLook.of(digest));
    }
    if (request instanceof WalkRequest walk) {
      return Optional.of(new WalkLook(walk));
    }
    if (request instanceof ReadAllRequest all) {
      return Optional.of(new ReadAllLook(all));
    }
    if (request instanceof ProcessesRequest) {
      return Optional.of(new ProcessesLook());
    }
    if (request instanceof SocketsRequest) {
      return Optional.of(new SocketsLook());
    }
    if (request instanceof MountsRequest) {
      return Optional.of(new MountsLook());
    }
    if (request instanceof CommandRequest command && root.isEmpty()) {
      return Optional.of(new CommandLook(command));
    }
    return Optional.empty();
  }

  private Map<Request<?>, Reply> look(StatLooks stats, Map<Request<?>, Look> looks) {
    Script script = new Script(root, folders);
    stats.ask(script);
    int id = 1;
    for (Look look : looks.values()) {
      look.ask(script, String.valueOf(id++));
    }
    Conversation conversation = Conversation.hold(exec, script);
    Heard heard =
        new Heard(
            conversation.output(script.nonce()),
            conversation.error(script.nonce()),
            script.mark(),
            root);
    Map<Request<?>, Reply> replies = new HashMap<>(stats.replies(heard));
    id = 1;
    for (Map.Entry<Request<?>, Look> look : looks.entrySet()) {
      replies.put(look.getKey(), reply(look.getValue(), heard, String.valueOf(id++)));
    }
    return replies;
  }

  private static Reply reply(Look look, Heard heard, String id) {
    try {
      return look.reply(heard, id);
    } catch (GarbledException e) {
      return Reply.unseen(String.valueOf(e.getMessage()));
    }
  }

  private static ProbeAnswers answers(Map<Request<?>, Reply> replies) {
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    Set<Request<?>> unseen = new HashSet<>();
    replies.forEach(
        (request, reply) -> {
          answers.put(request, reply.answer());
          if (!reply.seen()) {
            unseen.add(request);
          }
        });
    return new ProbeAnswers(answers, unseen);
  }
}
