package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Place;
import org.seatrial.check.UnavailableException;
import org.seatrial.check.madeup.MadeUpPlace;

final class ContainerOpenerTest {

  @TempDir private Path folder;

  private ContainerOpener opener() {
    return new ContainerOpener(Map.of("DOCKER_HOST", "unix://" + folder + "/none.sock"), folder);
  }

  @Test
  void wants_a_name() {
    assertThatThrownBy(() -> opener().open("container:", Optional.empty(), new Silent()))
        .isInstanceOf(CommandException.class)
        .hasMessage("container: must be followed by the name or the id of one");
  }

  @Test
  void takes_no_platform() {
    assertThatThrownBy(() -> opener().open("container:a", Optional.of("linux/arm64"), new Silent()))
        .isInstanceOf(CommandException.class)
        .hasMessage(
            "a container runs on one platform: --platform is for images, not for container:a");
  }

  @Test
  void says_that_no_engine_is_there() {
    assertThatThrownBy(() -> opener().open("container:a", Optional.empty(), new Silent()))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("the socket does not exist");
  }

  @Test
  void tells_containers_from_images() {
    Place image = MadeUpPlace.empty();
    Place container = MadeUpPlace.empty();
    SubjectOpener both =
        new SubjectOpeners(
            (subject, platform, progress) -> image, (subject, platform, progress) -> container);
    assertThat(both.open("container:a", Optional.empty(), new Silent())).isSameAs(container);
    assertThat(both.open("docker:a", Optional.empty(), new Silent())).isSameAs(image);
  }

  private record Silent() implements Progress {

    @Override
    public void at(String activity) {}

    @Override
    public void notice(String sentence) {}
  }
}
