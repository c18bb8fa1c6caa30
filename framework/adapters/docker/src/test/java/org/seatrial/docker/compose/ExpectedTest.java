package org.seatrial.docker.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.seatrial.deployment.ContainerStatus;
import org.seatrial.deployment.ContainerStatus.Health;
import org.seatrial.deployment.ContainerStatus.Limits;
import org.seatrial.deployment.ContainerStatus.State;
import org.seatrial.deployment.Log;
import org.seatrial.docker.compose.Expected.Progress;
import org.seatrial.docker.compose.Expected.Standing;

class ExpectedTest {

  private static final Expected WEB = new Expected("web", "image:1", 1, false, false);

  private static Seen seen(
      State state, int restarts, @Nullable Integer exit, Health.@Nullable Status health) {
    return new Seen(
        "id",
        "web",
        new ContainerStatus(
            "web-1",
            "image",
            state,
            exit == null ? OptionalInt.empty() : OptionalInt.of(exit),
            false,
            restarts,
            Optional.empty(),
            health == null
                ? Optional.empty()
                : Optional.of(
                    new Health(
                        health,
                        1,
                        List.of(new Health.Run(Instant.EPOCH, 1, "connection refused\n")))),
            List.of(),
            Limits.NONE));
  }

  private static void assertStanding(Expected expected, Seen seen, Progress progress, String why) {
    Standing standing = expected.judge(List.of(seen));
    assertThat(standing.progress()).isEqualTo(progress);
    assertThat(standing.reason()).isEqualTo(why);
  }

  @Test
  void a_service_without_a_health_check_is_ready_when_it_runs() {
    assertStanding(WEB, seen(State.RUNNING, 0, null, null), Progress.READY, "");
    assertStanding(WEB, seen(State.CREATED, 0, null, null), Progress.WAITING, "is only created");
  }

  @Test
  void a_service_with_a_health_check_is_ready_when_it_is_healthy() {
    assertStanding(WEB, seen(State.RUNNING, 0, null, Health.Status.HEALTHY), Progress.READY, "");
    assertStanding(
        WEB,
        seen(State.RUNNING, 0, null, Health.Status.STARTING),
        Progress.WAITING,
        "is running and not healthy yet");
    assertStanding(
        WEB,
        seen(State.RUNNING, 0, null, Health.Status.UNHEALTHY),
        Progress.FAILED,
        "is unhealthy");
  }

  @Test
  void a_service_that_ended_is_ready_only_with_0() {
    assertStanding(WEB, seen(State.EXITED, 0, 0, null), Progress.READY, "");
    assertStanding(
        WEB, seen(State.EXITED, 0, 137, null), Progress.FAILED, "exited with 137 (SIGKILL)");
    assertStanding(WEB, seen(State.EXITED, 0, 3, null), Progress.FAILED, "exited with 3");
  }

  @Test
  void a_one_shot_service_must_have_ended() {
    Expected job = new Expected("web", "image:1", 1, true, false);
    assertStanding(job, seen(State.RUNNING, 0, null, null), Progress.WAITING, "has not ended yet");
    assertStanding(job, seen(State.EXITED, 0, 0, null), Progress.READY, "");
  }

  @Test
  void a_service_that_the_engine_starts_again_fails_when_it_does_not_stop_crashing() {
    Expected stubborn = new Expected("web", "image:1", 1, false, true);
    assertStanding(stubborn, seen(State.EXITED, 0, 1, null), Progress.WAITING, "exited with 1");
    assertStanding(
        stubborn,
        seen(State.RESTARTING, 1, 1, null),
        Progress.WAITING,
        "crashes: exited with 1, restarted once");
    assertStanding(
        stubborn,
        seen(State.RESTARTING, 3, 1, null),
        Progress.FAILED,
        "crashes: exited with 1, restarted 3 times");
    assertStanding(
        stubborn,
        seen(State.RUNNING, 3, null, null),
        Progress.FAILED,
        "crashes: restarted 3 times");
  }

  @Test
  void every_replica_must_be_there() {
    Expected two = new Expected("web", "image:1", 2, false, false);
    assertThat(two.judge(List.of()).reason()).isEqualTo("has no container yet of image image:1");
    assertThat(two.judge(List.of(seen(State.RUNNING, 0, null, null))).reason())
        .isEqualTo("has 1 of 2 containers");
    assertThat(
            two.judge(
                    List.of(seen(State.RUNNING, 0, null, null), seen(State.RUNNING, 0, null, null)))
                .progress())
        .isEqualTo(Progress.READY);
    assertThat(
            two.judge(List.of(seen(State.RUNNING, 0, null, null), seen(State.EXITED, 0, 2, null)))
                .reason())
        .isEqualTo("exited with 2");
  }

  @Test
  void the_diagnosis_says_state_health_and_log() {
    Expected other = new Expected("db", "", 1, false, false);
    List<Seen> seen = List.of(seen(State.RUNNING, 0, null, Health.Status.UNHEALTHY));
    String message =
        new Diagnosis(
                "compose scenario shop",
                id ->
                    new Log(
                        List.of(
                            new Log.Line(Log.Stream.STDOUT, "starting"),
                            new Log.Line(Log.Stream.STDERR, "no \u001b[31mdisk"))))
            .of(
                "service web is unhealthy",
                List.of(
                    WEB.judge(seen),
                    other.judge(seen),
                    Standing.of("mail", Progress.READY, Optional.empty(), "")),
                "dependency failed");
    assertThat(message)
        .isEqualTo(
            """
            compose scenario shop did not become ready: service web is unhealthy
              service web is unhealthy
                last health check: exit code 1:
                  connection refused
                last log lines:
                  starting
                  no \\u001b[31mdisk
              service db has no container yet
              ready: mail
              docker compose said:
                  dependency failed\
            """);
  }
}
