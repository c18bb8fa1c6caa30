package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the systems themselves, where they are installed; skipped where they are not. */
class VersionOracleTest {

  private static final long SEED = 20260101;

  @TempDir private Path folder;

  private record Pair(String first, String second) {}

  @Test
  void agrees_with_dpkg() throws IOException, InterruptedException {
    List<Pair> pairs =
        pairs(400, List.of("1", "0", "10", "a", "z", "A", ".", "+", "~", "~~", "-", "rc"), "1:");
    String script =
        """
        while read -r a b; do
          if dpkg --compare-versions "$a" lt "$b"; then echo -1
          elif dpkg --compare-versions "$a" gt "$b"; then echo 1
          else echo 0; fi
        done
        """;
    assertAgrees(PackageSystem.DPKG, pairs, lines(pairs, "sh", "-c", script), "dpkg");
  }

  @Test
  void agrees_with_rpm() throws IOException, InterruptedException {
    List<Pair> pairs =
        pairs(4_000, List.of("1", "0", "10", "a", "z", "A", ".", "+", "~", "^", "_", "rc"), "1:");
    StringBuilder lua = new StringBuilder();
    for (Pair pair : pairs) {
      lua.append("print(rpm.vercmp('%s-1', '%s-1') .. ' ')\n".formatted(pair.first, pair.second));
    }
    Path script = Files.writeString(folder.resolve("compare.lua"), lua);
    List<String> said =
        lines(pairs, "rpm", "--eval", "%{lua: dofile('" + script + "')}").stream()
            .flatMap(line -> Stream.of(line.strip().split(" ", -1)))
            .toList();
    assertAgrees(PackageSystem.RPM, pairs, said, "rpm");
  }

  private static void assertAgrees(
      PackageSystem system, List<Pair> pairs, List<String> said, String tool) {
    assertThat(said).as("what %s says of each pair", tool).hasSameSizeAs(pairs);
    List<String> ours = new ArrayList<>();
    List<String> theirs = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      int order = system.compareVersions(pair.first + "-1", pair.second + "-1");
      ours.add(pair + " " + Integer.signum(order));
      theirs.add(pair + " " + said.get(i));
    }
    assertThat(ours).isEqualTo(theirs);
  }

  /** Return pairs of which many differ in one part only. */
  private static List<Pair> pairs(int count, List<String> parts, String epoch) {
    Random random = new Random(SEED);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> first = new ArrayList<>(List.of("1"));
      int length = random.nextInt(8);
      for (int p = 0; p < length; p++) {
        first.add(parts.get(random.nextInt(parts.size())));
      }
      List<String> second = new ArrayList<>(first);
      second.add(random.nextInt(second.size()) + 1, parts.get(random.nextInt(parts.size())));
      if (random.nextBoolean()) {
        second.remove(random.nextInt(second.size() - 1) + 1);
      }
      pairs.add(
          new Pair(
              (random.nextInt(5) == 0 ? epoch : "") + String.join("", first),
              (random.nextInt(5) == 0 ? epoch : "") + String.join("", second)));
    }
    return pairs;
  }

  private List<String> lines(List<Pair> pairs, String... command)
      throws IOException, InterruptedException {
    Path input = folder.resolve("pairs");
    Files.write(input, pairs.stream().map(p -> p.first + "-1 " + p.second + "-1").toList());
    String tool = command[0].equals("sh") ? "dpkg" : command[0];
    assumeThat(isThere(tool)).as("%s is on the PATH", tool).isTrue();
    Process process =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit code of %s", tool).isZero();
    return output.lines().toList();
  }

  private static boolean isThere(String tool) {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
