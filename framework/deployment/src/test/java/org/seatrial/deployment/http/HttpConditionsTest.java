package org.seatrial.deployment.http;

import static org.seatrial.check.file.ContentConditions.haveJson;
import static org.seatrial.check.value.ValueConditions.be;
import static org.seatrial.deployment.http.HttpConditions.acceptConnections;
import static org.seatrial.deployment.http.HttpConditions.haveHeader;
import static org.seatrial.deployment.http.HttpConditions.haveHeaderMatching;
import static org.seatrial.deployment.http.HttpConditions.redirectTo;
import static org.seatrial.deployment.http.HttpConditions.respondWith;
import static org.seatrial.deployment.http.HttpConditions.respondWithin;
import static org.seatrial.deployment.http.HttpSubjects.http;
import static org.seatrial.deployment.http.HttpSubjects.tcp;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.seatrial.check.Answer;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.madeup.MadeUpPlace;
import org.seatrial.deployment.http.HttpRequest.Manner;
import org.seatrial.deployment.http.HttpRequest.Target;

/** The conditions on what a service answers, by the contract. */
class HttpConditionsTest {

  private static final HttpRequest GET =
      new HttpRequest(
          new Target(Optional.empty(), Optional.empty(), "/"),
          "GET",
          List.of(),
          "",
          new Manner(false, Trust.system(), HttpRequest.TIMEOUT));
  private static final HttpAnswer OK = answer(200, 250, "hello", new Header("Server", "shop"));
  private static final HttpAnswer STARTING = answer(503, 2_500, "starting");
  private static final HttpAnswer MOVED =
      answer(
          302,
          250,
          "",
          new Header("Server", "other"),
          new Header("Location", "http://me:pw@shop.test/login"));
  private static final MadeUpPlace NOTHING =
      MadeUpPlace.empty()
          .answering(GET, Answer.absent())
          .answering(new TcpRequest(80), Answer.absent());

  private static HttpAnswer answer(int status, long millis, String body, Header... headers) {
    return new HttpAnswer(
        URI.create("http://me:pw@shop.test/"),
        status,
        List.of(headers),
        FileContent.of(body),
        false,
        Optional.empty(),
        Duration.ofMillis(millis));
  }

  private static MadeUpPlace in(HttpAnswer answer) {
    return MadeUpPlace.empty().answering(GET, Answer.known(answer));
  }

  private static MadeUpPlace port(boolean accepted, String description) {
    return MadeUpPlace.empty()
        .answering(new TcpRequest(80), Answer.known(new TcpAnswer(accepted, description)));
  }

  @Nested
  class RespondWith extends ConditionContract<HttpAnswer> {
    @Override
    protected ConditionExample<HttpAnswer> example() {
      return ConditionExample.of(http("/"), respondWith(200), "respond with 200")
          .holdsIn(in(OK))
          .isViolatedIn(
              in(STARTING),
              """
              http / should respond with 200   → FAILED (1 finding) in made-up place
                expected:  status 200
                but was:   status 503 "starting"
              """)
          .negated(
              """
              http / should not respond with 200   → FAILED (1 finding) in made-up place
                expected:  not to respond with 200
                but was:   status 200 "hello"
              """)
          .absent(
              """
              http / should respond with 200   → FAILED (1 finding) in made-up place
                expected:  status 200
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class HaveJson extends ConditionContract<HttpAnswer> {
    @Override
    protected ConditionExample<HttpAnswer> example() {
      return ConditionExample.<HttpAnswer>of(
              http("/"), haveJson("/port", be(8080)), "have JSON /port be 8080")
          .holdsIn(in(answer(200, 1, "{\"port\": 8080}")))
          .isViolatedIn(
              in(answer(200, 1, "{\"port\": 80}")),
              """
              http / should have JSON /port be 8080   → FAILED (1 finding) in made-up place
                expected:  to have JSON /port be 8080
                but was:   line 1: 80
              """)
          .negated(
              """
              http / should not have JSON /port be 8080   → FAILED (1 finding) in made-up place
                expected:  not to have JSON /port be 8080
                but was:   line 1: 8080
              """)
          .absent(
              """
              http / should have JSON /port be 8080   → FAILED (1 finding) in made-up place
                expected:  to have JSON /port be 8080
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class RespondWithin extends ConditionContract<HttpAnswer> {
    @Override
    protected ConditionExample<HttpAnswer> example() {
      return ConditionExample.of(
              http("/"), respondWithin(Duration.ofSeconds(1)), "respond within 1 s")
          .holdsIn(in(OK))
          .isViolatedIn(
              in(STARTING),
              """
              http / should respond within 1 s   → FAILED (1 finding) in made-up place
                expected:  an answer within 1 s
                but was:   an answer after 2.5 s
              """)
          .negated(
              """
              http / should not respond within 1 s   → FAILED (1 finding) in made-up place
                expected:  not to respond within 1 s
                but was:   an answer after 0.25 s
              """)
          .absent(
              """
              http / should respond within 1 s   → FAILED (1 finding) in made-up place
                expected:  an answer within 1 s
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class HaveHeader extends ConditionContract<HttpAnswer> {
    @Override
    protected ConditionExample<HttpAnswer> example() {
      return ConditionExample.of(http("/"), haveHeader("Server"), "have header Server")
          .holdsIn(in(OK))
          .isViolatedIn(
              in(STARTING),
              """
              http / should have header Server   → FAILED (1 finding) in made-up place
                expected:  header Server
                but was:   no header Server in status 503
              """)
          .negated(
              """
              http / should not have header Server   → FAILED (1 finding) in made-up place
                expected:  not to have header Server
                but was:   header Server: shop
              """)
          .absent(
              """
              http / should have header Server   → FAILED (1 finding) in made-up place
                expected:  header Server
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class HaveHeaderOfValue extends ConditionContract<HttpAnswer> {
    @Override
    protected ConditionExample<HttpAnswer> example() {
      return ConditionExample.of(
              http("/"), haveHeader("server", "shop"), "have header server: shop")
          .holdsIn(in(OK))
          .isViolatedIn(
              in(MOVED),
              """
              http / should have header server: shop   → FAILED (1 finding) in made-up place
                expected:  header server: shop
                but was:   header Server: other
              """)
          .negated(
              """
              http / should not have header server: shop   → FAILED (1 finding) in made-up place
                expected:  not to have header server: shop
                but was:   header Server: shop
              """)
          .absent(
              """
              http / should have header server: shop   → FAILED (1 finding) in made-up place
                expected:  header server: shop
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class HaveHeaderMatching extends ConditionContract<HttpAnswer> {
    @Override
    protected ConditionExample<HttpAnswer> example() {
      return ConditionExample.of(
              http("/"), haveHeaderMatching("Server", "^sh"), "have header Server matching /^sh/")
          .holdsIn(in(OK))
          .isViolatedIn(
              in(MOVED),
              """
              http / should have header Server matching /^sh/   → FAILED (1 finding) in made-up place
                expected:  header Server matching /^sh/
                but was:   header Server: other
              """)
          .negated(
              """
              http / should not have header Server matching /^sh/   → FAILED (1 finding) in made-up place
                expected:  not to have header Server matching /^sh/
                but was:   header Server: shop
              """)
          .absent(
              """
              http / should have header Server matching /^sh/   → FAILED (1 finding) in made-up place
                expected:  header Server matching /^sh/
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class RedirectTo extends ConditionContract<HttpAnswer> {
    @Override
    protected ConditionExample<HttpAnswer> example() {
      return ConditionExample.of(http("/"), redirectTo("/login"), "redirect to /login")
          .holdsIn(in(MOVED))
          .isViolatedIn(
              in(STARTING),
              """
              http / should redirect to /login   → FAILED (1 finding) in made-up place
                expected:  a redirect to /login
                but was:   status 503 "starting"
              """)
          .negated(
              """
              http / should not redirect to /login   → FAILED (1 finding) in made-up place
                expected:  not to redirect to /login
                but was:   status 302 to "http://…@shop.test/login"
              """)
          .absent(
              """
              http / should redirect to /login   → FAILED (1 finding) in made-up place
                expected:  a redirect to /login
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }

  @Nested
  class AcceptConnections extends ConditionContract<TcpAnswer> {
    @Override
    protected ConditionExample<TcpAnswer> example() {
      return ConditionExample.of(tcp(80), acceptConnections(), "accept connections")
          .holdsIn(port(true, "a connection"))
          .isViolatedIn(
              port(false, "no connection: refused"),
              """
              tcp port 80 should accept connections   → FAILED (1 finding) in made-up place
                expected:  a connection
                but was:   no connection: refused
              """)
          .negated(
              """
              tcp port 80 should not accept connections   → FAILED (1 finding) in made-up place
                expected:  not to accept connections
                but was:   a connection
              """)
          .absent(
              """
              tcp port 80 should accept connections   → FAILED (1 finding) in made-up place
                expected:  a connection
                but was:   nothing is there
              """)
          .absentIn(NOTHING);
    }
  }
}
