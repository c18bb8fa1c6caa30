package org.seatrial.deployment.probe;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/**
 * The script that is sent to {@code sh}: the functions of the probe, and a call for each thing that
 * is asked. All of it is one group of commands, which the shell reads to its end before it runs any
 * of it: what arrives only in part does nothing, and no program of the place can read the rest.
 */
final class Script {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final ByteArrayOutputStream text = new ByteArrayOutputStream(1 << 16);
  private final String nonce = random();
  private final String mark = random();
  private final String root;
  private long bytes = 64L << 20;
  private Duration patience = Duration.ofSeconds(60);

  /**
   * Begin a script.
   *
   * @param root what stands before each path, such as {@code /proc/1/root}, or nothing
   * @param folders where programs are looked for before the place's own {@code PATH}
   */
  Script(String root, String folders) {
    this.root = root;
    line("{");
    line("unset IFS CDPATH ENV BASH_ENV POSIXLY_CORRECT q_n q_m q_root q_each_most || :");
    // bash takes functions from its environment, and believes them before its own commands.
    line(
        "unset -f [ printf read command kill wait head cat stat find readlink env sleep uname ||"
            + " :");
    line("IFS=' \t\n'");
    line("set +aeuvx -f");
    line("q_path=${PATH-} q_lc=${LC_ALL+=$LC_ALL}");
    line("PATH=" + quoted(folders) + "${PATH:+:$PATH} LC_ALL=C");
    line("export PATH LC_ALL");
    line("exec 3>&1 4>&2 2>/dev/null");
    line("q_n=" + nonce + " q_m=" + mark + " q_root=" + quoted(root));
    text.writeBytes(functions());
    line("q_x='é'");
    line("v 0 hello \"${#q_x}\"");
  }

  /** Return what no content can know: it is in the marks around each block. */
  String nonce() {
    return nonce;
  }

  /** Return what separates the records within a block. */
  String mark() {
    return mark;
  }

  String root() {
    return root;
  }

  /** Add a line as it is. */
  void line(String line) {
    text.writeBytes(RawNames.encode(line));
    text.write('\n');
  }

  /** Let this many more bytes come. */
  void expect(long more) {
    bytes += more;
  }

  /** Wait for this much longer. */
  void wait(Duration more) {
    patience = patience.plus(more);
  }

  /** Return the most bytes that may come. */
  long bytes() {
    return Math.min(bytes, 1L << 30);
  }

  Duration patience() {
    return patience;
  }

  /** Return all of it, ended. */
  byte[] end() {
    line("v 0 bye ''");
    line("} </dev/null");
    line("exit 0");
    return text.toByteArray();
  }

  /** Return two words of the shell: the folder in which the last element of a path is, and that. */
  static String target(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    int slash = Math.max(0, path.lastIndexOf('/', Math.max(0, end - 1)));
    return quoted(path.substring(0, slash)) + " " + quoted(path.substring(slash));
  }

  /** Return one word of the shell that stands for this text. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] functions() {
    try (InputStream script = Script.class.getResourceAsStream("probe.sh")) {
      return requireNonNull(script, "probe.sh must be packed with this class").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("probe.sh can't be read", e);
    }
  }
}
