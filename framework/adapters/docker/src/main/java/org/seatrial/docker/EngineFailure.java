package org.seatrial.docker;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;
import org.seatrial.check.UnavailableException;

/** The words for what can go wrong with an engine: its address, what was asked, the reason. */
final class EngineFailure {

  private static final int BODY_LIMIT = 64 * 1024;
  private static final int MESSAGE_LIMIT = 500;

  private EngineFailure() {}

  /** No connection could be made: nothing is there, unless it is there and can't agree on TLS. */
  static InspectionException unreachable(EngineAddress address, IOException cause) {
    String message =
        "no Docker engine answers at " + address + ": " + address.transport().explain(cause);
    return cause instanceof SSLException
        ? new InspectionException(message, cause)
        : new UnavailableException("engine", message, cause);
  }

  /** The connection broke, or what came over it can't be understood. */
  static InspectionException broken(EngineAddress address, String asked, IOException cause) {
    return new InspectionException(
        "the Docker engine at "
            + address
            + " did not "
            + asked
            + ": it "
            + reason(cause)
            + "; check that it is a Docker engine, and its log",
        cause);
  }

  /** The engine answered that it can't, or won't. */
  static InspectionException refused(EngineAddress address, String asked, HttpResponse response) {
    return refused(address, asked, response.status(), said(response));
  }

  /** The engine answered that it can't, or won't, with this status and these words. */
  static InspectionException refused(EngineAddress address, String asked, int status, String said) {
    String answer = "it answered " + status + (said.isEmpty() ? "" : ": " + said);
    return new InspectionException(
        "the Docker engine at "
            + address
            + " did not "
            + asked
            + ": "
            + answer
            + advice(status, said));
  }

  /** The engine knows no such image. */
  static InspectionException noSuchImage(EngineAddress address, String name) {
    boolean id = name.startsWith("sha256:");
    return new InspectionException(
        "the Docker engine at "
            + address
            + " has no image "
            + name
            + (id ? "; perhaps it was removed" : "; get it with: docker pull " + name));
  }

  /** The engine knows no such container. */
  static InspectionException noSuchContainer(EngineAddress address, String name) {
    return new InspectionException(
        "the Docker engine at "
            + address
            + " has no container "
            + name
            + "; perhaps it was removed");
  }

  /** The container is there, and can't do what only a running one can. */
  static InspectionException notRunning(EngineAddress address, String name, HttpResponse response) {
    String said = said(response);
    return new InspectionException(
        "container "
            + name
            + " is not running, so nothing can be run in it"
            + (said.isEmpty()
                ? ""
                : " (the Docker engine at " + address + " answered: " + said + ")"));
  }

  /** Say what the engine did, to stand after "it". */
  static String reason(IOException cause) {
    if (cause instanceof UnsoundJson) {
      return "sent " + cause.getMessage();
    }
    boolean told =
        cause instanceof ProtocolException
            || cause instanceof EOFException
            || cause instanceof SocketTimeoutException;
    if (cause instanceof InterruptedIOException && !told) {
      return "was given up, because its reader was interrupted";
    }
    String message = String.valueOf(cause.getMessage());
    return told ? message : "broke the connection (" + message + ")";
  }

  private static String advice(int status, String said) {
    if (said.contains("HTTPS server")) {
      return "; it wants TLS: set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH";
    }
    if (status == 401 || status == 403) {
      return "; ask whoever runs the engine for the permission";
    }
    return "";
  }

  /** Return the {@code message} of the engine's JSON, or the text that came in its place. */
  static String said(HttpResponse response) {
    byte[] body;
    try {
      body = response.body().readNBytes(BODY_LIMIT);
    } catch (IOException e) {
      return "(and the reason could not be read: it " + reason(e) + ")";
    }
    String message;
    try {
      message = JsonFields.read(new ByteArrayInputStream(body), Set.of("message")).text("message");
    } catch (IOException e) {
      message = new String(body, StandardCharsets.UTF_8);
    }
    return Printable.of(message.strip(), MESSAGE_LIMIT);
  }
}
