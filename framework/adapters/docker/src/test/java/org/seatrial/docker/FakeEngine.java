package org.seatrial.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for an engine on a Unix socket: for each path it plays a script of raw bytes. It tells
 * its version like a real one, and knows no other path unless it is told to.
 */
final class FakeEngine implements AutoCloseable {

  static final String PING = "HTTP/1.1 200 OK\r\nApi-Version: 1.45\r\nContent-Length: 2\r\n\r\nOK";

  private final Path socket;
  private final ServerSocketChannel server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  FakeEngine(Path folder) {
    this.socket = folder.resolve("engine.sock");
    try {
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    on("/_ping", sends(PING));
    threads.execute(this::accept);
  }

  /** Plays its part on one connection, which is closed afterwards. */
  interface Script {
    void play(SocketChannel channel) throws IOException;
  }

  FakeEngine on(String path, Script script) {
    scripts.put(path, script);
    return this;
  }

  /** Send these characters, each as one byte. */
  static Script sends(String text) {
    return channel -> write(channel, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Send a whole answer with a length. */
  static Script answers(int status, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    String head = "HTTP/1.1 " + status + " Status\r\nContent-Length: " + length + "\r\n\r\n";
    return channel -> write(channel, (head + body).getBytes(StandardCharsets.UTF_8));
  }

  /** Send these characters, then nothing more until the client closes the connection. */
  static Script sendsAndFallsSilent(String text) {
    return channel -> {
      sends(text).play(channel);
      channel.read(ByteBuffer.allocate(1));
    };
  }

  static void write(SocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  EngineAddress address() {
    return EngineAddress.parse("unix://" + socket, "the test");
  }

  Engine connect() {
    return Engine.connect(address());
  }

  /** Connect with so little patience that a silent engine is found out at once. */
  Engine connectImpatiently() {
    Duration little = Duration.ofMillis(200);
    return Engine.connect(address(), new EngineTimeouts(little, little, little));
  }

  /** Return the requests so far, whole. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        threads.execute(() -> serve(channel));
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(SocketChannel channel) {
    try (channel) {
      String request = request(channel);
      requests.add(request);
      String path = request.split(" ", -1)[1];
      scripts
          .getOrDefault(path, answers(404, "{\"message\":\"page not found: " + path + "\"}"))
          .play(channel);
    } catch (IOException e) {
      // The client went away: tests that want that look for it by a script of their own.
      requests.add("broken: " + e.getMessage());
    }
  }

  private static String request(SocketChannel channel) throws IOException {
    StringBuilder text = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (text.indexOf("\r\n\r\n") < 0 && channel.read(one.clear()) > 0) {
      text.append((char) one.get(0));
    }
    for (int left = bodyLength(text.toString());
        left > 0 && channel.read(one.clear()) > 0;
        left--) {
      text.append((char) one.get(0));
    }
    return text.toString();
  }

  /** A connection that is closed with something unread would be reset. */
  private static int bodyLength(String head) {
    String name = "\r\nContent-Length: ";
    int at = head.indexOf(name);
    int from = at + name.length();
    return at < 0 ? 0 : Integer.parseInt(head.substring(from, head.indexOf('\r', from)));
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
