package org.seatrial.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.deployment.ContainerConditions.beGivenVariable;
import static org.seatrial.deployment.ContainerConditions.beHealthy;
import static org.seatrial.deployment.ContainerConditions.beKilledForMemory;
import static org.seatrial.deployment.ContainerConditions.beRunning;
import static org.seatrial.deployment.ContainerConditions.haveExitedWith;
import static org.seatrial.deployment.ContainerConditions.haveMemoryLimitAtMost;
import static org.seatrial.deployment.ContainerConditions.haveProcessLimitAtMost;
import static org.seatrial.deployment.ContainerConditions.haveRestartedAtMost;
import static org.seatrial.deployment.ContainerConditions.stopWithin;
import static org.seatrial.deployment.ContainerStatus.Health.Status.HEALTHY;
import static org.seatrial.deployment.ContainerStatus.Health.Status.UNHEALTHY;
import static org.seatrial.deployment.ContainerSubjects.container;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Answer;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on what a platform says of a container, by the contract. */
class ContainerConditionsTest {

  private static final MadeUpContainer RUNNING = MadeUpContainer.running();
  private static final MadeUpContainer ENDED = MadeUpContainer.exited(137);
  private static final MadeUpPlace NOTHING =
      MadeUpPlace.empty().answering(new ContainerRequest(), Answer.absent());

  private static MadeUpPlace in(MadeUpContainer container) {
    return MadeUpPlace.empty().answering(new ContainerRequest(), Answer.known(container.status()));
  }

  private static MadeUpPlace stopping(long seconds, int exitCode, boolean killed) {
    Stopped stopped = new Stopped(Duration.ofSeconds(seconds), exitCode, "SIGTERM", killed);
    return in(RUNNING).answering(new StopRequest(Duration.ofSeconds(10)), Answer.known(stopped));
  }

  @Test
  void says_what_to_do_where_there_is_no_health_check() {
    Verdict verdict =
        Inspection.of(in(RUNNING)).verdicts(List.of(container().should(beHealthy()))).get(0);
    assertThat(verdict.message())
        .startsWith(
            """
            container should be healthy   → FAILED (1 finding) in made-up place
              expected:  healthy
              but was:   no health check
              perhaps:   give the image a HEALTHCHECK, or the service a health check in the scenario; \
            an image in the OCI format can't carry one, so build it in Docker's format
            """);
  }

  @Test
  void an_orderly_end_is_0_or_that_of_the_stop_signal_in_time() {
    assertThat(
            Stream.of(stopping(1, 0, false), stopping(1, 1, false), stopping(11, 0, false))
                .map(
                    place ->
                        Inspection.of(place)
                            .verdicts(
                                List.of(container().should(stopWithin(Duration.ofSeconds(10)))))
                            .get(0))
                .map(Verdict::outcome))
        .containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.FAILED);
  }

  @Nested
  class BeHealthy extends ConditionContract<ContainerStatus> {
    @Override
    protected ConditionExample<ContainerStatus> example() {
      return ConditionExample.of(container(), beHealthy(), "be healthy")
          .holdsIn(in(RUNNING.health(HEALTHY, 0, 0, "")))
          .isViolatedIn(
              in(RUNNING.health(UNHEALTHY, 3, 7, "no route")),
              """
              container should be healthy   → FAILED (1 finding) in made-up place
                expected:  healthy
                but was:   unhealthy, 3 in a row failed, last run exit code 7: "no route"
              """)
          .negated(
              """
              container should not be healthy   → FAILED (1 finding) in made-up place
                expected:  not to be healthy
                but was:   healthy, last run exit code 0: ""
              """)
          .absent(
              """
              container should be healthy   → FAILED (1 finding) in made-up place
                expected:  healthy
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class BeRunning extends ConditionContract<ContainerStatus> {
    @Override
    protected ConditionExample<ContainerStatus> example() {
      return ConditionExample.of(container(), beRunning(), "be running")
          .holdsIn(in(RUNNING))
          .isViolatedIn(
              in(ENDED),
              """
              container should be running   → FAILED (1 finding) in made-up place
                expected:  running
                but was:   exited with 137
              """)
          .negated(
              """
              container should not be running   → FAILED (1 finding) in made-up place
                expected:  not to be running
                but was:   running
              """)
          .absent(
              """
              container should be running   → FAILED (1 finding) in made-up place
                expected:  running
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class HaveRestartedAtMost extends ConditionContract<ContainerStatus> {
    @Override
    protected ConditionExample<ContainerStatus> example() {
      return ConditionExample.of(
              container(), haveRestartedAtMost(1), "have restarted at most 1 time")
          .holdsIn(in(RUNNING))
          .isViolatedIn(
              in(RUNNING.restarts(2)),
              """
              container should have restarted at most 1 time   → FAILED (1 finding) in made-up place
                expected:  at most 1 restart
                but was:   2 restarts
              """)
          .negated(
              """
              container should not have restarted at most 1 time   → FAILED (1 finding) in made-up place
                expected:  not to have restarted at most 1 time
                but was:   0 restarts
              """)
          .absent(
              """
              container should have restarted at most 1 time   → FAILED (1 finding) in made-up place
                expected:  at most 1 restart
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class HaveExitedWith extends ConditionContract<ContainerStatus> {
    @Override
    protected ConditionExample<ContainerStatus> example() {
      return ConditionExample.of(container(), haveExitedWith(137), "have exited with 137")
          .holdsIn(in(ENDED))
          .isViolatedIn(
              in(RUNNING),
              """
              container should have exited with 137   → FAILED (1 finding) in made-up place
                expected:  exited with 137
                but was:   running
              """)
          .negated(
              """
              container should not have exited with 137   → FAILED (1 finding) in made-up place
                expected:  not to have exited with 137
                but was:   exited with 137
              """)
          .absent(
              """
              container should have exited with 137   → FAILED (1 finding) in made-up place
                expected:  exited with 137
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class BeKilledForMemory extends ConditionContract<ContainerStatus> {
    @Override
    protected ConditionExample<ContainerStatus> example() {
      return ConditionExample.of(container(), beKilledForMemory(), "be killed for memory")
          .holdsIn(in(ENDED.oomKilled()))
          .isViolatedIn(
              in(RUNNING),
              """
              container should be killed for memory   → FAILED (1 finding) in made-up place
                expected:  killed for its memory
                but was:   not killed for its memory, running
              """)
          .negated(
              """
              container should not be killed for memory   → FAILED (1 finding) in made-up place
                expected:  not to be killed for memory
                but was:   killed for its memory, exited with 137
              """)
          .absent(
              """
              container should be killed for memory   → FAILED (1 finding) in made-up place
                expected:  killed for its memory
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class BeGivenVariable extends ConditionContract<ContainerStatus> {
    @Override
    protected ConditionExample<ContainerStatus> example() {
      return ConditionExample.of(container(), beGivenVariable("LANG"), "be given variable LANG")
          .holdsIn(in(RUNNING.variable("LANG=C")))
          .isViolatedIn(
              in(RUNNING),
              """
              container should be given variable LANG   → FAILED (1 finding) in made-up place
                expected:  variable LANG
                but was:   no variable LANG
              """)
          .negated(
              """
              container should not be given variable LANG   → FAILED (1 finding) in made-up place
                expected:  not to be given variable LANG
                but was:   variable LANG=C
              """)
          .absent(
              """
              container should be given variable LANG   → FAILED (1 finding) in made-up place
                expected:  variable LANG
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class BeGivenVariableOfValue extends ConditionContract<ContainerStatus> {
    @Override
    protected ConditionExample<ContainerStatus> example() {
      return ConditionExample.of(
              container(),
              beGivenVariable("DB_PASSWORD", "s3cret"),
              "be given variable DB_PASSWORD=(value hidden)")
          .holdsIn(in(RUNNING.variable("DB_PASSWORD=s3cret")))
          .isViolatedIn(
              in(RUNNING.variable("DB_PASSWORD=other")),
              """
              container should be given variable DB_PASSWORD=(value hidden)   → FAILED (1 finding) in made-up place
                expected:  variable DB_PASSWORD=(value hidden)
                but was:   variable DB_PASSWORD=(value hidden)
              """)
          .negated(
              """
              container should not be given variable DB_PASSWORD=(value hidden)   → FAILED (1 finding) in made-up place
                expected:  not to be given variable DB_PASSWORD=(value hidden)
                but was:   variable DB_PASSWORD=(value hidden)
              """)
          .absent(
              """
              container should be given variable DB_PASSWORD=(value hidden)   → FAILED (1 finding) in made-up place
                expected:  variable DB_PASSWORD=(value hidden)
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class HaveMemoryLimitAtMost extends ConditionContract<ContainerStatus> {
    @Override
    protected ConditionExample<ContainerStatus> example() {
      return ConditionExample.of(
              container(),
              haveMemoryLimitAtMost(1_000),
              "have a memory limit of at most 1000 bytes")
          .holdsIn(in(RUNNING.limits(900, 10)))
          .isViolatedIn(
              in(RUNNING),
              """
              container should have a memory limit of at most 1000 bytes   → FAILED (1 finding) in made-up place
                expected:  a memory limit of at most 1000 bytes
                but was:   no memory limit
              """)
          .negated(
              """
              container should not have a memory limit of at most 1000 bytes   → FAILED (1 finding) in made-up place
                expected:  not to have a memory limit of at most 1000 bytes
                but was:   a memory limit of 900 bytes
              """)
          .absent(
              """
              container should have a memory limit of at most 1000 bytes   → FAILED (1 finding) in made-up place
                expected:  a memory limit of at most 1000 bytes
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class HaveProcessLimitAtMost extends ConditionContract<ContainerStatus> {
    @Override
    protected ConditionExample<ContainerStatus> example() {
      return ConditionExample.of(
              container(), haveProcessLimitAtMost(10), "have a process limit of at most 10")
          .holdsIn(in(RUNNING.limits(900, 10)))
          .isViolatedIn(
              in(RUNNING.limits(900, 11)),
              """
              container should have a process limit of at most 10   → FAILED (1 finding) in made-up place
                expected:  a process limit of at most 10
                but was:   a process limit of 11
              """)
          .negated(
              """
              container should not have a process limit of at most 10   → FAILED (1 finding) in made-up place
                expected:  not to have a process limit of at most 10
                but was:   a process limit of 10
              """)
          .absent(
              """
              container should have a process limit of at most 10   → FAILED (1 finding) in made-up place
                expected:  a process limit of at most 10
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class StopWithin extends ConditionContract<ContainerStatus> {
    @Override
    protected ConditionExample<ContainerStatus> example() {
      return ConditionExample.of(
              container(), stopWithin(Duration.ofSeconds(10)), "stop within 10 s")
          .holdsIn(stopping(1, 143, false))
          .isViolatedIn(
              stopping(10, 137, true),
              """
              container should stop within 10 s   → FAILED (1 finding) in made-up place
                expected:  exit code 0 or that of its stop signal within 10 s
                but was:   exit code 137 after 10 s on SIGTERM, killed by SIGKILL
              """)
          .negated(
              """
              container should not stop within 10 s   → FAILED (1 finding) in made-up place
                expected:  not to stop within 10 s
                but was:   exit code 143 after 1 s on SIGTERM
              """)
          .absent(
              """
              container should stop within 10 s   → FAILED (1 finding) in made-up place
                expected:  exit code 0 or that of its stop signal within 10 s
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }
}
