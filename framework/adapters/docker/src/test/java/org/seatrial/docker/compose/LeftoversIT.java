package org.seatrial.docker.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.seatrial.docker.Containers;
import org.seatrial.docker.Engine;
import org.seatrial.docker.EngineAddress;
import org.seatrial.docker.NewContainer;
import org.seatrial.docker.RequiresEngine;

/** What is taken for left in a real engine, and what is not touched. */
@RequiresEngine
class LeftoversIT {

  private static final String IMAGE =
      System.getenv().getOrDefault("SEATRIAL_BASE", "seatrial/base:bookworm");

  /** A machine of the test's own, so that nothing of a run beside it is removed. */
  private static final String HOST = "leftovers-" + ProcessHandle.current().pid();

  private static final Instant STARTED = Instant.ofEpochMilli(1_700_000_000_123L);

  private final Engine engine =
      Engine.connect(EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home"))));
  private final Containers containers = Containers.of(engine);
  private final List<String> made = new ArrayList<>();

  @AfterEach
  void remove_all() {
    made.forEach(containers::remove);
  }

  private String make(Map<String, String> labels) {
    String id = containers.create(NewContainer.of(IMAGE, "true").labelled(labels));
    made.add(id);
    return id;
  }

  private String make(String host, long pid, Instant started) {
    return make(new Labels("r", host, pid, started.toEpochMilli()).asMap());
  }

  private boolean isThere(String id) {
    return containers.find(id).isPresent();
  }

  @Test
  void removes_what_runs_that_are_over_made_and_touches_nothing_else() {
    String over = make(HOST, 7, STARTED);
    String sameNumber = make(HOST, 8, STARTED.minusSeconds(60));
    String inUse = make(HOST, 8, STARTED);
    String elsewhere = make(HOST + "-other", 7, STARTED);
    String somebodys = make(Map.of("com.example", "shop"));
    Leftovers leftovers =
        Leftovers.in(engine, HOST, pid -> pid == 8 ? Optional.of(STARTED) : Optional.empty());

    List<String> removed = leftovers.remove(false);

    assertThat(removed).hasSize(2).allMatch(each -> each.startsWith("container "));
    assertThat(List.of(over, sameNumber)).noneMatch(this::isThere);
    assertThat(List.of(inUse, elsewhere, somebodys)).allMatch(this::isThere);
    assertThat(leftovers.remove(false)).isEmpty();
  }
}
