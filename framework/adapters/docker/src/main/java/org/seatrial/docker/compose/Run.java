package org.seatrial.docker.compose;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.seatrial.check.InspectionException;

/**
 * One run of this process against one engine: what it makes carries its labels, and its reaper
 * removes what is left when it ends.
 */
final class Run {

  private final Labels labels;
  private final Path folder;
  private final AtomicInteger deployments = new AtomicInteger();

  private Run(Labels labels, Path folder) {
    this.labels = labels;
    this.folder = folder;
  }

  /** Begin a run; its reaper is there before anything is made. */
  static Run begin(Map<String, String> environment) {
    byte[] random = new byte[4];
    new SecureRandom().nextBytes(random);
    String id = HexFormat.of().formatHex(random);
    ProcessHandle self = ProcessHandle.current();
    long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    Labels labels = new Labels(id, host(), self.pid(), started);
    try {
      Path folder = Files.createTempDirectory("seatrial-" + id + "-");
      Reaper reaper = Reaper.start(Labels.RUN + "=" + id, folder, environment);
      Runtime.getRuntime().addShutdownHook(new Thread(reaper::finish, "seatrial-reaper"));
      return new Run(labels, folder);
    } catch (IOException e) {
      throw new InspectionException(
          "cannot make a temporary folder for what is deployed: " + e.getMessage(), e);
    }
  }

  static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  Labels labels() {
    return labels;
  }

  /** Return the name of one more project: the scenario's, as far as Compose takes it. */
  String nextProject(String scenario) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < scenario.length(); i++) {
      char c = scenario.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean capital = c >= 'A' && c <= 'Z';
      name.append(plain ? c : capital ? (char) (c + 32) : '-');
    }
    int length = Math.min(30, name.length());
    return "seatrial-"
        + name.substring(0, length)
        + "-"
        + labels.run()
        + "-"
        + deployments.incrementAndGet();
  }

  /** Return a folder of its own for a project; it is removed with the project. */
  Path folder(String project) {
    try {
      return Files.createDirectories(folder.resolve(project));
    } catch (IOException e) {
      throw new InspectionException("cannot make a folder in " + folder + ": " + e.getMessage(), e);
    }
  }
}
