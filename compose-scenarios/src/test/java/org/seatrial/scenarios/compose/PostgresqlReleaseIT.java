package org.seatrial.scenarios.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.junit.Checks.checks;

import java.net.InetSocketAddress;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Service;
import org.seatrial.junit.Checks;
import org.seatrial.junit.Compose;
import org.seatrial.junit.Endpoint;
import org.seatrial.junit.OfService;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.junit.Variations;
import org.seatrial.junit.Variations.Kind;
import org.seatrial.junit.Verify;

/** PostgreSQL alone. */
@ReleaseTest
@Compose("postgresql/compose.yaml")
@Variations(
    value = {Kind.ARBITRARY_USER, Kind.READ_ONLY_ROOT, Kind.RESTARTED},
    tmpfs = {"/tmp", "/run/postgresql"})
class PostgresqlReleaseIT {

  @Verify
  Checks runs_as_it_must(Deployment deployment) {
    return checks(PostgresqlChecks.in(deployment.variation()).inside());
  }

  @Verify(port = 5432)
  Checks can_be_reached() {
    return checks(PostgresqlChecks.outside());
  }

  @Test
  void data_survive_a_restart(
      Deployment deployment, @Endpoint(port = 5432) InetSocketAddress address) throws SQLException {
    assertThat(address.getHostString()).isEqualTo("127.0.0.1");
    Database before = Database.of(deployment.service("postgresql"));
    before.execute("CREATE TABLE voyage (ship text)");
    before.execute("INSERT INTO voyage VALUES ('Beagle')");
    assertThat(before.value("SELECT ship FROM voyage")).isEqualTo("Beagle");

    deployment.restart();

    Database after = Database.of(deployment.service("postgresql"));
    assertThat(after.value("SELECT ship FROM voyage")).isEqualTo("Beagle");
    after.execute("DROP TABLE voyage");
  }

  @Test
  void a_wrong_password_is_refused(@OfService("postgresql") Service service) {
    Database locked = Database.of(service).withPassword("guessed");
    assertThatThrownBy(() -> locked.value("SELECT 1"))
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
  }
}
