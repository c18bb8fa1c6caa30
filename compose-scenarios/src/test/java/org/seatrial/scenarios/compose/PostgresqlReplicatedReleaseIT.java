package org.seatrial.scenarios.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.junit.Checks.checks;

import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Service;
import org.seatrial.junit.Checks;
import org.seatrial.junit.Compose;
import org.seatrial.junit.Endpoint;
import org.seatrial.junit.OfService;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.junit.Verify;

/** PostgreSQL with a replica that follows it. */
@ReleaseTest
@Compose(
    name = "postgresql with a replica",
    value = {"postgresql/compose.yaml", "postgresql/compose.replica.yaml"})
class PostgresqlReplicatedReleaseIT {

  @Verify(service = "postgresql")
  Checks the_primary_runs_as_it_must(Deployment deployment) {
    return checks(PostgresqlChecks.in(deployment.variation()).inside());
  }

  @Verify(service = "replica")
  Checks the_replica_runs_as_it_must(Deployment deployment) {
    return checks(PostgresqlChecks.in(deployment.variation()).inside());
  }

  @Test
  void a_row_arrives_at_the_replica(
      @OfService("postgresql") Service primary,
      @OfService("replica") Service replica,
      @Endpoint(service = "postgresql", port = 5432) InetSocketAddress write,
      @Endpoint(service = "replica", port = 5432) InetSocketAddress read)
      throws SQLException {
    assertThat(write.getPort()).isNotEqualTo(read.getPort());
    Database.of(primary).execute("CREATE TABLE cargo AS SELECT 'tea' AS goods");

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(SQLException.class)
        .untilAsserted(
            () ->
                assertThat(Database.of(replica).value("SELECT goods FROM cargo")).isEqualTo("tea"));
  }

  @Test
  void the_replica_refuses_writes(@OfService("replica") Service replica) {
    assertThatThrownBy(() -> Database.of(replica).execute("CREATE TABLE contraband (goods text)"))
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("25006"));
  }
}
