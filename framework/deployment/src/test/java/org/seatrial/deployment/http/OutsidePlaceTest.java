package org.seatrial.deployment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.deployment.http.CertificateConditions.haveCertificateFor;
import static org.seatrial.deployment.http.CertificateConditions.haveCertificateValidFor;
import static org.seatrial.deployment.http.HttpConditions.acceptConnections;
import static org.seatrial.deployment.http.HttpConditions.haveHeader;
import static org.seatrial.deployment.http.HttpConditions.redirectTo;
import static org.seatrial.deployment.http.HttpConditions.respondWith;
import static org.seatrial.deployment.http.HttpSubjects.http;
import static org.seatrial.deployment.http.HttpSubjects.https;
import static org.seatrial.deployment.http.HttpSubjects.tcp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Place;
import org.seatrial.check.Verdict;
import org.seatrial.check.madeup.MadeUpPlace;

/** Services of this JVM, asked over real connections. */
class OutsidePlaceTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(server);
  }

  private void serve(HttpServer started) {
    started.setExecutor(threads);
    started.createContext(
        "/", exchange -> send(exchange, 200, "hello".getBytes(StandardCharsets.UTF_8)));
    started.createContext("/old", OutsidePlaceTest::redirect);
    started.createContext("/latin", OutsidePlaceTest::latin);
    started.createContext("/large", exchange -> send(exchange, 200, new byte[5 << 20]));
    started.createContext("/echo", exchange -> send(exchange, 201, echo(exchange)));
    started.createContext("/slow", OutsidePlaceTest::begin);
    started.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", "/new");
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static void latin(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=\"ISO-8859-1\"");
    send(exchange, 200, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] echo(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    byte[] body = exchange.getRequestBody().readAllBytes();
    String text =
        exchange.getRequestMethod() + " " + token + " " + new String(body, StandardCharsets.UTF_8);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Send the beginning of a body, and never its end. */
  private static void begin(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1_000);
    exchange.getResponseBody().write('x');
    exchange.getResponseBody().flush();
  }

  private static OutsidePlace at(String scheme, HttpServer server) {
    return OutsidePlace.of(URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort()));
  }

  private static Verdict verdict(Place place, Check check) {
    return Inspection.of(place).verdicts(List.of(check)).get(0);
  }

  private void assertPasses(Check check) {
    Verdict verdict = verdict(at("http", server), check);
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void sees_status_body_and_redirects() {
    assertPasses(http("/").should(respondWith(200), contain("hello"), not(contain("bye"))));
    assertPasses(
        http("/old").should(respondWith(302), redirectTo("/new"), haveHeader("location", "/new")));
    assertPasses(http("/old").followingRedirects().should(respondWith(200), contain("hello")));
    assertPasses(http("/latin").should(contain("caf\u00e9")));
  }

  @Test
  void sends_method_headers_and_body_and_shows_no_secret() {
    Check check =
        http("/echo")
            .by("POST", "s3cret=1")
            .with("Authorization", "Bearer abc")
            .should(respondWith(201), contain("POST Bearer abc s3cret=1"));
    assertPasses(check);
    assertThat(check.sentence())
        .startsWith("http POST /echo with Authorization should respond with 201");
  }

  @Test
  void the_failure_says_where_the_answer_came_from() {
    Verdict verdict = verdict(at("http", server), http("/").should(respondWith(404)));
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    assertThat(verdict.message())
        .isEqualTo(
            "http / should respond with 404   → FAILED (1 finding) in "
                + base
                + "\n"
                + "  expected:  status 404\n"
                + "  but was:   status 200 \"hello\"\n"
                + "  evidence:  url "
                + base
                + "/\n"
                + "  see:       check "
                + verdict.check().id()
                + ", "
                + verdict.check().source());
  }

  @Test
  void the_end_of_a_large_body_is_not_read_and_leaves_it_open() {
    Verdict verdict = verdict(at("http", server), http("/large").should(not(contain("x"))));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(verdict.message()).contains("only the first 4194304 bytes were read");
  }

  @Test
  void an_answer_that_does_not_end_is_undetermined_in_time() {
    Verdict verdict =
        verdict(
            at("http", server),
            http("/slow").waitingFor(Duration.ofMillis(300)).should(respondWith(200)));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(verdict.message()).contains("no whole answer within 0.3 s");
  }

  @Test
  void nobody_who_answers_is_undetermined() throws IOException {
    int port = unused();
    OutsidePlace place = OutsidePlace.of(URI.create("http://127.0.0.1:" + port));
    assertThat(verdict(place, http("/").should(not(respondWith(200)))).message())
        .contains("UNDETERMINED", "GET / was not answered: ConnectException");
    assertThat(verdict(place, tcp(port).should(acceptConnections())).message())
        .contains("but was:   no connection: Connection refused");
  }

  private static int unused() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @Test
  void sees_whether_a_port_accepts_connections() throws IOException {
    int port = server.getAddress().getPort();
    assertPasses(tcp(port).should(acceptConnections()));
    try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.execute(
          () -> {
            try {
              closing.accept().close();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      assertThat(
              verdict(at("http", server), tcp(closing.getLocalPort()).should(acceptConnections()))
                  .message())
          .contains("but was:   a connection that is closed at once");
    }
  }

  @Test
  void stands_beside_a_place_that_answers_the_rest() {
    OutsidePlace place =
        at("http", server).beside(MadeUpPlace.empty().named("web").with("/etc/shop.conf", "a\n"));
    List<Verdict> verdicts =
        Inspection.of(place)
            .verdicts(
                List.of(
                    http("/").should(respondWith(200)),
                    file("/etc/shop.conf").should(contain("a"))));
    assertThat(verdicts).extracting(Verdict::outcome).containsOnly(Outcome.PASSED);
    assertThat(verdicts).extracting(Verdict::place).containsOnly("web");
    assertThat(verdict(at("http", server), file("/x").should(contain("a"))).message())
        .contains("is seen from outside only");
  }

  @Test
  void says_why_a_port_can_not_be_reached() {
    OutsidePlace place =
        OutsidePlace.of(
            "web",
            URI.create("http://127.0.0.1"),
            port -> {
              throw new IllegalArgumentException("web declares no port " + port);
            });
    assertThat(verdict(place, tcp(5432).should(not(acceptConnections()))).message())
        .startsWith(
            "could not determine whether tcp port 5432 should not accept connections: web declares"
                + " no port 5432");
  }

  @Test
  void refuses_addresses_with_secrets_and_shows_none() {
    assertThatThrownBy(() -> OutsidePlace.of(URI.create("http://me:pw@shop.test/")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "base must be an address of HTTP without user info, but was http://…@shop.test/");
  }

  @Test
  void believes_certificates_as_it_is_told(@TempDir Path folder) throws Exception {
    Path keys = folder.resolve("keys.p12");
    Path pem = folder.resolve("authority.pem");
    makeCertificate(keys, pem);
    HttpsServer secure = secure(keys);
    try {
      serve(secure);
      OutsidePlace place = at("https", secure);
      assertThat(verdict(place, https("/").should(respondWith(200))).outcome())
          .isEqualTo(Outcome.UNDETERMINED);
      for (Trust trust : List.of(Trust.anything(), Trust.authority(pem))) {
        Verdict verdict = verdict(place, ofShop(trust));
        assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.PASSED);
      }
    } finally {
      secure.stop(0);
    }
  }

  private static Check ofShop(Trust trust) {
    return https("/")
        .trusting(trust)
        .should(
            respondWith(200),
            haveCertificateFor("www.shop.test"),
            not(haveCertificateFor("shop.test")),
            haveCertificateValidFor(Duration.ofDays(20)),
            not(haveCertificateValidFor(Duration.ofDays(40))));
  }

  @Test
  void says_that_there_is_no_certificate_or_no_authority(@TempDir Path folder) {
    Trust gone = Trust.authority(folder.resolve("gone"));
    assertThat(
            verdict(at("http", server), https("/").trusting(gone).should(respondWith(200)))
                .message())
        .contains("gone can't be read as certificates");
    assertThat(
            verdict(at("http", server), http("/").should(haveCertificateFor("shop.test")))
                .message())
        .contains("but was:   no certificate: the connection is not encrypted");
  }

  private static void makeCertificate(Path keys, Path pem) throws Exception {
    List<String> store = List.of("-alias", "shop", "-storepass", "changeit", "-keystore");
    keytool(
        store,
        keys,
        List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=shop", "-validity", "30"),
        List.of("-ext", "san=dns:*.shop.test"));
    keytool(store, keys, List.of("-exportcert", "-rfc"), List.of("-file", pem.toString()));
  }

  private static void keytool(List<String> store, Path keys, List<String> first, List<String> last)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(first);
    command.addAll(store);
    command.add(keys.toString());
    command.addAll(last);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static HttpsServer secure(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(context));
    return secure;
  }
}
