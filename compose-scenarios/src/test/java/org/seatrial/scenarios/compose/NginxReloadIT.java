package org.seatrial.scenarios.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.ContentConditions.haveContent;
import static org.seatrial.deployment.ContainerSubjects.log;
import static org.seatrial.deployment.Waits.eventually;
import static org.seatrial.deployment.http.HttpConditions.respondWith;
import static org.seatrial.deployment.http.HttpSubjects.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.command.CommandRequest;
import org.seatrial.deployment.ComposeScenario;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Log;
import org.seatrial.deployment.Service;
import org.seatrial.deployment.Variation;
import org.seatrial.docker.compose.ComposePlatform;
import org.seatrial.junit.RequiresEngine;

/** nginx whose mounted configuration changes while it runs; deployed in plain Java. */
@RequiresEngine
class NginxReloadIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path locations;

  @BeforeEach
  void let_every_user_read_the_folder() throws IOException {
    Files.setPosixFilePermissions(locations, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void configure(String text) throws IOException {
    Path file = locations.resolve("greeting.conf");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  @Test
  void a_changed_configuration_is_read_on_sighup_and_a_broken_one_is_not_taken()
      throws IOException {
    configure("location = /greeting { return 200 \"Ahoy\\n\"; }\n");
    ComposeScenario scenario =
        ComposeScenario.of(Path.of("nginx/compose.yaml"))
            .with("NGINX_LOCATIONS", locations.toString())
            .publishing("nginx", 8080);
    try (Deployment deployment =
        ComposePlatform.standard().deploy(scenario, Variation.asDeclared())) {
      Service nginx = deployment.service("nginx");
      verify(nginx, http("/greeting").should(respondWith(200), haveContent("Ahoy\n")));

      configure("location = /greeting { return 200 \"Land in sight\\n\"; }\n");
      reload(nginx);
      verify(
          nginx, http("/greeting").should(eventually(haveContent("Land in sight\n")).within(SOON)));

      configure("location = /greeting {");
      reload(nginx);
      verify(nginx, log(Log.Stream.STDERR).should(eventually(contain("[emerg]")).within(SOON)));
      verify(nginx, http("/greeting").should(respondWith(200), haveContent("Land in sight\n")));
    }
  }

  private static void verify(Service nginx, Check check) {
    Inspection.of(nginx.place(8080)).verify(List.of(check));
  }

  private static void reload(Service nginx) {
    assertThat(nginx.run(CommandRequest.shell("kill -HUP 1")).exitCode()).hasValue(0);
  }
}
