package org.seatrial.check.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.seatrial.check.Answer;
import org.seatrial.check.Condition;
import org.seatrial.check.Inspection;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.Verdict;
import org.seatrial.check.madeup.MadeUpPlace;
import org.seatrial.check.process.Credentials;
import org.seatrial.check.process.ProcessCapabilities;
import org.seatrial.check.process.ProcessTable;
import org.seatrial.check.process.ProcessesRequest;
import org.seatrial.check.process.RunningProcess;

/**
 * A made-up place in which an application runs as a user that only nss_wrapper knows.
 *
 * @param environment of the application's process; empty where it can't be read
 * @param mapped which library the process has mapped
 * @param wrapped the text of the file that stands for passwd
 * @param application whether the application runs
 */
record Wrapped(
    Optional<Map<String, String>> environment, String mapped, String wrapped, boolean application) {

  static final String ENTRY = "default:x:1000680042:0::/srv:/bin/sh\n";

  static final Wrapped GOOD =
      new Wrapped(
          Optional.of(
              Map.of(
                  "LD_PRELOAD", "/usr/lib/libnss_wrapper.so",
                  "NSS_WRAPPER_PASSWD", "/tmp/passwd",
                  "NSS_WRAPPER_GROUP", "/tmp/group")),
          "/usr/lib/libnss_wrapper.so.0.3.1",
          ENTRY,
          true);

  static final Wrapped NONE = new Wrapped(Optional.of(Map.of()), "/usr/lib/libc.so.6", ENTRY, true);

  static final Wrapped UNREAD = new Wrapped(Optional.empty(), GOOD.mapped, ENTRY, true);

  static final Wrapped IDLE = new Wrapped(Optional.empty(), GOOD.mapped, ENTRY, false);

  Wrapped with(String variable, String value) {
    Map<String, String> more = new TreeMap<>(environment.orElse(Map.of()));
    more.put(variable, value);
    return new Wrapped(Optional.of(more), mapped, wrapped, application);
  }

  Wrapped without(String variable) {
    Map<String, String> fewer = new TreeMap<>(environment.orElse(Map.of()));
    fewer.remove(variable);
    return new Wrapped(Optional.of(fewer), mapped, wrapped, application);
  }

  Wrapped mapping(String library) {
    return new Wrapped(environment, library, wrapped, application);
  }

  Wrapped wrapping(String passwd) {
    return new Wrapped(environment, mapped, passwd, application);
  }

  MadeUpPlace place() {
    return placeWithoutPasswd().with("/etc/passwd", "root:x:0:0::/root:/bin/sh\n");
  }

  MadeUpPlace placeWithoutPasswd() {
    List<RunningProcess> processes = new ArrayList<>();
    processes.add(RunningProcess.of(1, 0, "/usr/bin/tini"));
    if (application) {
      processes.add(shop());
    }
    return MadeUpPlace.empty()
        .with("/usr/lib/libnss_wrapper.so", "ELF")
        .with("/tmp/passwd", wrapped)
        .with("/tmp/group", "root:x:0:\n")
        .with("/proc/7/maps", "7f00-7f01 r-xp 00000000 08:01 42    " + mapped + "\n")
        .answering(new ProcessesRequest(), Answer.known(new ProcessTable(processes)));
  }

  private RunningProcess shop() {
    return new RunningProcess(
        7,
        1,
        'S',
        "shop",
        Optional.of("/srv/shop"),
        List.of("/srv/shop"),
        Credentials.of(1_000_680_042, 0),
        ProcessCapabilities.NONE,
        true,
        environment.map(
            all -> all.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList()));
  }

  Verdict verdict(Condition<Accounts> condition) {
    return verdictIn(place -> place, condition);
  }

  Verdict verdictIn(UnaryOperator<MadeUpPlace> change, Condition<Accounts> condition) {
    return verdict(change.apply(place()), condition);
  }

  private static Verdict verdict(Place place, Condition<Accounts> condition) {
    return Inspection.of(place)
        .verdicts(List.of(AccountSubjects.passwd().should(condition)))
        .get(0);
  }

  /** Return how many round trips the condition costs. */
  int rounds(Condition<Accounts> condition) {
    AtomicInteger rounds = new AtomicInteger();
    MadeUpPlace place = place();
    Place counting =
        new Place() {
          @Override
          public String name() {
            return place.name();
          }

          @Override
          public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
            rounds.incrementAndGet();
            return place.fetch(requests);
          }
        };
    verdict(counting, condition);
    return rounds.get();
  }
}
