package org.seatrial.deployment.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seatrial.check.process.Credentials;
import org.seatrial.check.process.ProcessCapabilities;

/**
 * Reads {@code /proc/PID/status} (proc_pid_status(5)), those of many processes one after the other:
 * each begins with the name, in which the kernel escapes ends of lines.
 */
record ProcessStatus(
    long pid,
    long parent,
    char state,
    String name,
    Credentials credentials,
    ProcessCapabilities capabilities,
    boolean noNewPrivileges) {

  private static final String FIRST = "Name";

  static List<ProcessStatus> parse(String text) throws GarbledException {
    List<ProcessStatus> all = new ArrayList<>();
    Map<String, String> fields = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (line.isEmpty()) {
        continue;
      }
      if (colon < 0) {
        throw GarbledException.of("a line of /proc/PID/status", RawNames.encode(line), 0);
      }
      String key = line.substring(0, colon);
      if (key.equals(FIRST) && !fields.isEmpty()) {
        addIfWhole(all, fields);
        fields.clear();
      }
      fields.put(key, line.substring(colon + 1));
    }
    addIfWhole(all, fields);
    return all;
  }

  /** Add a process, unless it ended while its lines were read. */
  private static void addIfWhole(List<ProcessStatus> all, Map<String, String> fields)
      throws GarbledException {
    if (fields.containsKey("Pid")) {
      all.add(of(fields));
    }
  }

  private static ProcessStatus of(Map<String, String> fields) throws GarbledException {
    List<Long> uids = numbers(field(fields, "Uid"));
    List<Long> gids = numbers(field(fields, "Gid"));
    String state = field(fields, "State").strip();
    if (uids.size() != 4 || gids.size() != 4 || state.isEmpty()) {
      throw new GarbledException("/proc/PID/status has a line Uid, Gid or State of another shape");
    }
    return new ProcessStatus(
        number(field(fields, "Pid").strip(), 10),
        number(field(fields, "PPid").strip(), 10),
        state.charAt(0),
        unescaped(field(fields, FIRST).substring(1)),
        new Credentials(
            uids.get(0), uids.get(1), gids.get(0), gids.get(1), numbers(field(fields, "Groups"))),
        new ProcessCapabilities(
            mask(fields, "CapInh"),
            mask(fields, "CapPrm"),
            mask(fields, "CapEff"),
            mask(fields, "CapBnd"),
            mask(fields, "CapAmb")),
        number(field(fields, "NoNewPrivs").strip(), 10) == 1);
  }

  private static String field(Map<String, String> fields, String key) throws GarbledException {
    String value = fields.get(key);
    if (value == null || value.isEmpty()) {
      throw new GarbledException("/proc/PID/status has no line " + key);
    }
    return value;
  }

  private static long mask(Map<String, String> fields, String key) throws GarbledException {
    return number(field(fields, key).strip(), 16);
  }

  private static List<Long> numbers(String text) throws GarbledException {
    List<Long> numbers = new ArrayList<>();
    for (String word : text.replace('\t', ' ').split(" ", -1)) {
      if (!word.isEmpty()) {
        numbers.add(number(word, 10));
      }
    }
    return numbers;
  }

  /** Read a number that is not negative; in hexadecimal, all 64 bits. */
  static long number(String digits, int radix) throws GarbledException {
    boolean valid =
        !digits.isEmpty()
            && digits.length() <= (radix == 16 ? 16 : 18)
            && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
    if (!valid) {
      throw GarbledException.of("a number", RawNames.encode(digits), 0);
    }
    return radix == 16 ? Long.parseUnsignedLong(digits, radix) : Long.parseLong(digits, radix);
  }

  private static String unescaped(String name) {
    return name.replace("\\n", "\n").replace("\\\\", "\\");
  }
}
