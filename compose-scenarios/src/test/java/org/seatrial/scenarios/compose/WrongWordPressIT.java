package org.seatrial.scenarios.compose;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.testkit.expectation.Expectations.finding;
import static org.seatrial.testkit.expectation.Expectations.findingsOf;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Check;
import org.seatrial.deployment.ComposeScenario;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Variation;
import org.seatrial.docker.compose.ComposePlatform;
import org.seatrial.image.ImagePlace;
import org.seatrial.junit.Image;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.testkit.expectation.ExpectedFinding;

/**
 * The release tests refuse WordPress's twin that is wrong on purpose, for the right reasons and for
 * no others. The mistakes are numbered in {@code wordpress/wrong-image/Dockerfile}.
 */
@ReleaseTest
@Image("docker:seatrial/wordpress-wrong:6.1")
class WrongWordPressIT {

  private static final Variation ANY_USER = Variation.arbitraryUser(1_000_680_007L);

  /** 1, 2, 5, 8: what is wrong under every user id. */
  private static final List<ExpectedFinding> ALWAYS =
      List.of(
          found(
              "/etc/wordpress/config-default.php",
              "mode 0666, which also permits group write, others read, others write"),
          found("/var/lib/wordpress/wp-content/uploads", "gid …, mode 0700"),
          found("/usr/sbin/apache2", "variable WORDPRESS_ADMIN_PASSWORD is set"),
          found("8443/tcp", "nothing is there"));

  /** 3, 9: what is wrong as root. */
  private static final List<ExpectedFinding> AS_ROOT =
      List.of(
          found("/usr/sbin/cron", "pid … /usr/sbin/cron, uid 0, gid 0, started by pid 1 …"),
          found("/usr/sbin/apache2", "uid 0"),
          found("/usr/sbin/apache2", "permitted and effective cap_chown,…")
              .expected("no capabilities"));

  @Test
  void every_mistake_of_the_image_is_found_and_nothing_else(ImagePlace image) {
    findingsOf(WordPressChecks.ofImage())
        .in(image)
        .are(
            // 5: passwords
            found("image", "variable WORDPRESS_ADMIN_PASSWORD is set"),
            found("image", "variable WORDPRESS_DB_PASSWORD is set"),
            // 9, 10: root, no labels
            found("image", "user \"\""),
            found("image", "no label org.opencontainers.image.version"));
  }

  @Test
  void every_mistake_of_what_runs_is_found_and_nothing_else(ImagePlace image) {
    try (Deployment deployment = deploy(Variation.asDeclared())) {
      findingsOf(checks(Variation.asDeclared(), image))
          .in(deployment.service("wordpress").place())
          .are(and(ALWAYS, AS_ROOT));
      findingsOf(new MariadbChecks(Variation.asDeclared()).all())
          .in(deployment.service("mariadb").place())
          .areNone();
      refusesWhatVisitorsSee(deployment.service("wordpress").endpoint(8080).uri("http", "/"));
    }
  }

  /** 6, 7: any password is right, and logging out does nothing. */
  private static void refusesWhatVisitorsSee(URI site) {
    WordPressReleaseIT test = new WordPressReleaseIT();
    assertThatThrownBy(() -> test.a_wrong_password_is_refused(site))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "where a wrong password leads", "\"/wp-login.php\"", "but was: \"/wp-admin/\"");
    assertThatThrownBy(() -> test.the_administrator_logs_in_and_out(site))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "after logging out", "\"/wp-login.php\"", "but was: \"/wp-admin/\"");
  }

  @Test
  void a_user_id_without_a_name_is_found(ImagePlace image) {
    try (Deployment deployment = deploy(ANY_USER)) {
      findingsOf(checks(ANY_USER, image))
          .in(deployment.service("wordpress").place())
          .are(
              and(
                  ALWAYS,
                  // 4: no entry for an unknown user id
                  List.of(
                      found("passwd", "LD_PRELOAD is not set; NSS_WRAPPER_PASSWD is not set; …")
                          .expected("an entry for the current user through nss_wrapper"))));
    }
  }

  private static Deployment deploy(Variation variation) {
    ComposeScenario twin =
        ComposeScenario.of(
            Path.of("wordpress/compose.yaml"), Path.of("wordpress/compose.wrong.yaml"));
    return ComposePlatform.standard().deploy(twin, variation);
  }

  private static List<Check> checks(Variation variation, ImagePlace image) {
    return and(new WordPressChecks(variation).all(), DeclaredPorts.of(image));
  }

  private static <T> List<T> and(List<T> some, List<T> others) {
    List<T> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static ExpectedFinding found(String about, String actual) {
    return finding().about(about).actual(actual);
  }
}
