package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.InspectionException;
import org.seatrial.check.UnavailableException;

/** An engine that wants certificates, on a port of its own. */
final class TlsTest {

  @TempDir private static Path certificates;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificates() throws Exception {
    TestKeys.make(certificates, "server", "EC");
    TestKeys.make(certificates, "client", "EC");
  }

  @Test
  void encrypts_and_both_sides_show_who_they_are() throws Exception {
    try (TlsEngine engine = new TlsEngine("client")) {
      EngineAddress address = engine.address(clientFiles("server", "client"));
      assertThat(Engine.connect(address).apiVersion()).isEqualTo("1.45");
      assertThat(engine.seen.join()).isEqualTo("CN=client");
    }
  }

  @Test
  void trusts_no_engine_that_the_authority_does_not_know() throws Exception {
    try (TlsEngine engine = new TlsEngine("client")) {
      EngineAddress address = engine.address(clientFiles("client", "client"));
      assertThatThrownBy(() -> Engine.connect(address))
          .isExactlyInstanceOf(InspectionException.class)
          .hasMessageStartingWith(
              "no Docker engine answers at "
                  + address
                  + ": no encrypted connection could be agreed on (")
          .hasMessageEndingWith(
              "); check that the engine expects TLS on this port, and the certificates in "
                  + folder);
    }
  }

  @Test
  void trusts_no_engine_under_another_name() throws Exception {
    try (TlsEngine engine = new TlsEngine("client")) {
      TlsFiles files = clientFiles("server", "client");
      EngineAddress address =
          EngineAddress.parse("tcp://127.0.0.2:" + engine.port(), "the test", Optional.of(files));
      assertThatThrownBy(() -> Engine.connect(address))
          .isExactlyInstanceOf(InspectionException.class)
          .hasMessageContaining("127.0.0.2");
    }
  }

  @Test
  void says_that_the_engine_is_not_encrypted() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answered =
          CompletableFuture.runAsync(
              () -> {
                try (Socket client = plain.accept()) {
                  client
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              });
      EngineAddress address =
          EngineAddress.parse(
              "tcp://127.0.0.1:" + plain.getLocalPort(),
              "the test",
              Optional.of(clientFiles("server", "client")));
      assertThatThrownBy(() -> Engine.connect(address))
          .isExactlyInstanceOf(InspectionException.class)
          .hasMessageContaining("check that the engine expects TLS on this port");
      answered.join();
    }
  }

  @Test
  void says_which_file_is_missing_or_broken() throws Exception {
    TlsFiles files = clientFiles("server", "client");
    EngineAddress address =
        EngineAddress.parse("tcp://127.0.0.1:1", "the test", Optional.of(files));
    Files.delete(folder.resolve("key.pem"));
    assertThatThrownBy(() -> Engine.connect(address))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot use "
                + folder.resolve("key.pem")
                + " for the Docker engine: the file does not exist");
    Files.writeString(folder.resolve("cert.pem"), "nothing");
    assertThatThrownBy(() -> Engine.connect(address))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith(
            "cannot use " + folder.resolve("cert.pem") + " for the Docker engine: ");
    Files.writeString(folder.resolve("ca.pem"), "");
    Files.delete(folder.resolve("cert.pem"));
    assertThatThrownBy(() -> Engine.connect(address))
        .hasMessage(
            "cannot use "
                + folder.resolve("ca.pem")
                + " for the Docker engine: it holds no certificate");
  }

  @Test
  void says_that_a_port_is_closed_or_a_host_unknown() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    for (Optional<TlsFiles> tls :
        List.of(Optional.<TlsFiles>empty(), Optional.of(clientFiles("server", "client")))) {
      EngineAddress closed = EngineAddress.parse("tcp://127.0.0.1:" + port, "the test", tls);
      assertThatThrownBy(() -> Engine.connect(closed))
          .isInstanceOf(UnavailableException.class)
          .hasMessageStartingWith(
              "no Docker engine answers at " + closed + ": the connection failed (")
          .hasMessageEndingWith("); start the engine there or set DOCKER_HOST");
      EngineAddress unknown = EngineAddress.parse("tcp://engine.invalid:1", "the test", tls);
      assertThatThrownBy(() -> Engine.connect(unknown))
          .hasMessageEndingWith(
              ": the name of the host is not known; start the engine there or set DOCKER_HOST");
    }
  }

  @Test
  void speaks_over_plain_tcp() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answered =
          CompletableFuture.runAsync(
              () -> {
                try (Socket client = plain.accept()) {
                  TlsEngine.answer(client);
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              });
      EngineAddress address =
          EngineAddress.find(Map.of("DOCKER_HOST", "127.0.0.1:" + plain.getLocalPort()), folder);
      assertThat(Engine.connect(address).apiVersion()).isEqualTo("1.45");
      answered.join();
    }
  }

  private TlsFiles clientFiles(String authority, String client) throws IOException {
    Files.writeString(folder.resolve("ca.pem"), TestKeys.certificate(certificates, authority));
    Files.writeString(folder.resolve("cert.pem"), TestKeys.certificate(certificates, client));
    Files.writeString(folder.resolve("key.pem"), TestKeys.key(certificates, client));
    return new TlsFiles(folder);
  }

  /** Answers one connection. */
  private static final class TlsEngine implements AutoCloseable {

    final CompletableFuture<String> seen;
    private final SSLServerSocket server;

    TlsEngine(String trusted) throws IOException, GeneralSecurityException {
      server =
          (SSLServerSocket)
              TestKeys.context(certificates, "server", trusted)
                  .getServerSocketFactory()
                  .createServerSocket(0);
      server.setNeedClientAuth(true);
      seen = CompletableFuture.supplyAsync(this::serve);
    }

    int port() {
      return server.getLocalPort();
    }

    EngineAddress address(TlsFiles files) {
      return EngineAddress.parse("tcp://127.0.0.1:" + port(), "the test", Optional.of(files));
    }

    private String serve() {
      try (SSLSocket client = (SSLSocket) server.accept()) {
        client.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
        String name = client.getSession().getPeerPrincipal().getName();
        answer(client);
        return name;
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }

    static void answer(Socket client) throws IOException {
      InputStream in = client.getInputStream();
      StringBuilder request = new StringBuilder();
      while (request.indexOf("\r\n\r\n") < 0) {
        request.append((char) in.read());
      }
      OutputStream out = client.getOutputStream();
      out.write(FakeEngine.PING.getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
