package org.seatrial.scenarios.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.deployment.ContainerSubjects.log;
import static org.seatrial.deployment.Waits.eventually;
import static org.seatrial.junit.Checks.checks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Inspection;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Log;
import org.seatrial.deployment.Service;
import org.seatrial.image.ImagePlace;
import org.seatrial.junit.Checks;
import org.seatrial.junit.Compose;
import org.seatrial.junit.Endpoint;
import org.seatrial.junit.Image;
import org.seatrial.junit.OfService;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.junit.Variations;
import org.seatrial.junit.Variations.Kind;
import org.seatrial.junit.Verify;

/** WordPress with its database, as people deploy it and as people use it. */
@ReleaseTest
@Image("docker:seatrial/wordpress:6.1")
@Compose("wordpress/compose.yaml")
@Variations(
    value = {Kind.AS_DECLARED, Kind.ARBITRARY_USER, Kind.READ_ONLY_ROOT},
    tmpfs = {"/tmp", "/run/apache2", "/run/mysqld"})
class WordPressReleaseIT {

  private static final String USER = "admin";
  private static final String PASSWORD = "harbour-pilot";

  @Verify(service = "wordpress")
  Checks the_site_runs_as_it_must(Deployment deployment) {
    return checks(new WordPressChecks(deployment.variation()).all());
  }

  @Verify(service = "wordpress")
  Checks the_site_listens_where_its_image_says(ImagePlace image) {
    return checks(DeclaredPorts.of(image));
  }

  @Verify(service = "wordpress", port = 8080)
  Checks the_site_serves_its_pages() {
    return checks(WordPressChecks.fromOutside());
  }

  @Verify(service = "mariadb")
  Checks the_database_runs_as_it_must(Deployment deployment) {
    return checks(new MariadbChecks(deployment.variation()).all());
  }

  @Test
  void nobody_outside_reaches_the_database(@OfService("mariadb") Service database) {
    assertThatThrownBy(() -> database.endpoint(3306))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("port 3306 of service mariadb is not published (no port is)");
  }

  @Test
  void the_administrator_logs_in_and_out(@Endpoint(service = "wordpress", port = 8080) URI site)
      throws IOException, InterruptedException {
    WordPressVisitor visitor = new WordPressVisitor(site);
    HttpResponse<String> dashboard = visitor.logIn(USER, PASSWORD);
    assertThat(dashboard.uri().getPath()).isEqualTo("/wp-admin/");
    assertThat(dashboard.body()).contains("<title>Dashboard");

    visitor.logOut(dashboard);
    assertThat(visitor.open("/wp-admin/").uri().getPath())
        .as("where the dashboard's address leads after logging out")
        .isEqualTo("/wp-login.php");
  }

  @Test
  void a_wrong_password_is_refused(@Endpoint(service = "wordpress", port = 8080) URI site)
      throws IOException, InterruptedException {
    WordPressVisitor visitor = new WordPressVisitor(site);
    HttpResponse<String> refusal = visitor.logIn(USER, "guessed");
    assertThat(refusal.uri().getPath())
        .as("where a wrong password leads")
        .isEqualTo("/wp-login.php");
    assertThat(refusal.body())
        .contains("The password you entered for the username <strong>admin</strong> is incorrect.");
    assertThat(visitor.open("/wp-admin/").uri().getPath()).isEqualTo("/wp-login.php");
  }

  @Test
  void visits_are_logged(
      @OfService("wordpress") Service wordpress,
      @Endpoint(service = "wordpress", port = 8080) URI site)
      throws IOException, InterruptedException {
    new WordPressVisitor(site).open("/?seen=1");
    Inspection.of(wordpress.place())
        .verify(
            List.of(
                log(Log.Stream.STDOUT)
                    .should(
                        eventually(contain("\"GET /?seen=1 HTTP/1.1\" 200"))
                            .within(Duration.ofSeconds(10)))));
  }
}
