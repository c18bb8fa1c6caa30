package org.seatrial.scenarios.compose;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.seatrial.deployment.Endpoint;
import org.seatrial.deployment.Service;

/**
 * A PostgreSQL server as its users see it: by JDBC, a connection each time.
 *
 * @param address where it can be reached
 * @param password of the user {@code postgres}
 */
record Database(Endpoint address, String password) {

  private static final int PORT = 5432;

  /** Return the server of a service, with the password that its Compose file sets. */
  static Database of(Service service) {
    return new Database(service.endpoint(PORT), "for-tests-only");
  }

  Database withPassword(String other) {
    return new Database(address, other);
  }

  /** Execute a statement that returns nothing. */
  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Return the first column of the only row. */
  String value(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      if (!rows.next()) {
        throw new SQLException("no row came of " + query);
      }
      return rows.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + address + "/postgres?connectTimeout=10&socketTimeout=20",
        "postgres",
        password);
  }
}
