package org.seatrial.deployment.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of a body, and ends the connection when there is more. */
final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody.Read> {

  /** What was read, and whether there was more. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
  record Read(byte[] bytes, boolean cut) {}

  private final int limit;
  private final CompletableFuture<Read> body = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Flow.@Nullable Subscription subscription;

  BoundedBody(int limit) {
    this.limit = limit;
  }

  @Override
  public CompletionStage<Read> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      int wanted = Math.min(buffer.remaining(), limit - bytes.size());
      byte[] piece = new byte[wanted];
      buffer.get(piece);
      bytes.write(piece, 0, wanted);
      if (buffer.hasRemaining()) {
        end(true);
        return;
      }
    }
  }

  private void end(boolean cut) {
    if (body.complete(new Read(bytes.toByteArray(), cut)) && cut && subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onError(Throwable thrown) {
    body.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    end(false);
  }
}
