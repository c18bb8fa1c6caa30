package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanCommandTest {

  @Test
  void could_not_look_where_no_engine_answers() {
    Run run = Run.on(new FakeImages()).with("DOCKER_HOST", "unix:///nonexistent/docker.sock");
    assertThat(run.command("clean")).isEqualTo(ExitCode.COULD_NOT_LOOK);
    assertThat(run.err())
        .isEqualTo(
            "seatrial: no Docker engine answers at unix:///nonexistent/docker.sock (DOCKER_HOST):"
                + " the socket does not exist; start the engine or set DOCKER_HOST\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void tells_what_it_would_do() {
    Run run = Run.on(new FakeImages()).with("DOCKER_HOST", "unix:///nonexistent/docker.sock");
    assertThat(run.command("clean", "--help")).isEqualTo(ExitCode.PASSED);
    assertThat(run.out()).contains("Nothing else is touched").contains("--all");
  }
}
