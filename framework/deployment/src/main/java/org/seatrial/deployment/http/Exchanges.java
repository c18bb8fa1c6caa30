package org.seatrial.deployment.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.seatrial.check.Answer;
import org.seatrial.check.ElapsedClock;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;
import org.seatrial.check.Request;
import org.seatrial.deployment.http.HttpRequest.Manner;

/** The requests of one round, all under way at the same time. Used by one thread. */
final class Exchanges {

  private final Map<Manner, HttpClient> clients = new HashMap<>();
  private final Map<Request<?>, CompletableFuture<? extends Answer<?>>> begun =
      new LinkedHashMap<>();

  private final ElapsedClock clock = ElapsedClock.start();

  void begin(HttpRequest request, URI base) {
    try {
      HttpClient client = clients.computeIfAbsent(request.manner(), Clients::of);
      begun.put(request, HttpExchange.begin(client, request, base));
    } catch (InspectionException e) {
      begun.put(request, CompletableFuture.completedFuture(Answer.unknown(e)));
    }
  }

  void begin(TcpRequest request, URI address) {
    begun.put(request, CompletableFuture.supplyAsync(() -> TcpConnection.look(address)));
  }

  Map<Request<?>, Answer<?>> finish() {
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    begun.forEach((request, answer) -> answers.put(request, finished(request, answer)));
    return answers;
  }

  private Answer<?> finished(Request<?> request, CompletableFuture<? extends Answer<?>> answer) {
    long millis =
        request instanceof HttpRequest http
            ? http.manner().timeout().toMillis()
            : HttpRequest.TIMEOUT.toMillis();
    try {
      return answer.get(Math.max(1, millis - clock.elapsed().toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return Answer.unknown("no whole answer within " + Printable.of(Duration.ofMillis(millis)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.unknown("it was interrupted");
    } catch (ExecutionException | CompletionException | CancellationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Answer.unknown(
          new InspectionException(
              request + " was not answered: " + cause.getClass().getSimpleName() + reason(cause),
              cause));
    }
  }

  /** Return the first message there is; the JDK's client often has none of its own. */
  private static String reason(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each.getMessage() != null) {
        return ": " + each.getMessage();
      }
    }
    return "";
  }
}
