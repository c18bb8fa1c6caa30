package org.seatrial.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.image.tar.TarFixture.tar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Selection;
import org.seatrial.image.tar.TarFixture;

/** The tree against a model that is a map of paths, on random layers. */
class SquashPropertyTest {

  /** What the model has at a path, and which layer has put it there. */
  private record Thing(String what, int layer, boolean directory) {}

  private final TreeMap<String, Thing> model = new TreeMap<>();
  private final TreeMap<String, String> history = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void the_tree_is_what_the_model_is(int part) {
    for (int seed = part * 50; seed < part * 50 + 50; seed++) {
      model.clear();
      history.clear();
      Random random = new Random(seed);
      List<LayerIndex> layers = new ArrayList<>();
      for (int layer = 0; layer < 6; layer++) {
        layers.add(LayerFixture.index(layer(random, layer).bytes()));
      }
      FileTree tree = FileTree.of(layers);
      Walk walk = tree.walk(Glob.parse("/**"), new Selection.Everything());
      Map<String, String> found = new TreeMap<>();
      walk.files().forEach(f -> found.put(f.status().path(), describe(f)));
      walk.unresolved().forEach(u -> found.put(u.path(), "unresolved"));
      Map<String, String> expected = new TreeMap<>();
      model.forEach((path, thing) -> expected.put(path, thing.what));
      assertThat(found).as("seed %d", seed).isEqualTo(expected);
      history.forEach(
          (path, layersOfPath) ->
              assertThat(presence(tree.history(path))).as(path).isEqualTo(layersOfPath));
    }
  }

  private static String describe(TreeFile file) {
    return file.status().type()
        + file.content().map(c -> " " + c.layer() + " " + file.status().size()).orElse("")
        + file.status().linkTarget().map(target -> " " + target).orElse("");
  }

  /** Return which layers made a path come and go, such as {@code +0-2+5}. */
  private static String presence(List<Change> changes) {
    StringBuilder text = new StringBuilder();
    for (Change change : changes) {
      if (change.kind() == Change.Kind.ADDED) {
        text.append('+').append(change.layer());
      } else if (change.kind() == Change.Kind.REMOVED) {
        text.append('-').append(change.layer());
      }
    }
    return text.toString();
  }

  /** Write a layer, and do to the model what it should do: first hide, then put. */
  private TarFixture layer(Random random, int layer) {
    Set<String> before = new HashSet<>(model.keySet());
    List<String> hidden = new ArrayList<>();
    List<Runnable> puts = new ArrayList<>();
    Set<String> files = new HashSet<>();
    TarFixture tar = tar();
    for (int i = 0; i < 14; i++) {
      String path = path(random);
      int kind = random.nextInt(9);
      if (isBelow(path, files) || (kind == 1 && files.contains(path))) {
        continue;
      }
      if (kind == 0) {
        tar.whiteout(path.substring(1));
        hidden.add(path);
        puts.add(() -> parents(path, layer));
      } else if (kind == 1) {
        tar.opaque(path.substring(1));
        hidden.add(path + "/");
        puts.add(() -> parents(path + "/", layer));
      } else if (kind == 2) {
        tar.directory(path.substring(1));
        files.remove(path);
        puts.add(() -> put(path, new Thing("DIRECTORY", layer, true)));
      } else {
        files.add(path);
        puts.add(file(tar, path, kind == 3 ? path(random) : "", kind == 4, layer));
      }
    }
    hidden.forEach(this::hide);
    puts.forEach(Runnable::run);
    note(before, layer);
    return tar;
  }

  private Runnable file(TarFixture tar, String path, String hardLink, boolean symlink, int layer) {
    if (!hardLink.isEmpty()) {
      tar.hardLink(path.substring(1), hardLink);
      return () -> link(path, hardLink, layer);
    }
    if (symlink) {
      tar.symlink(path.substring(1), "t" + layer);
      return () -> put(path, new Thing("SYMLINK t" + layer, layer, false));
    }
    tar.file(path.substring(1), "x".repeat(path.length()));
    return () -> put(path, new Thing("REGULAR " + layer + " " + path.length(), layer, false));
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder();
    for (int depth = 1 + random.nextInt(4); depth > 0; depth--) {
      path.append('/').append((char) ('a' + random.nextInt(3)));
    }
    return path.toString();
  }

  private static boolean isBelow(String path, Set<String> files) {
    return files.stream().anyMatch(file -> path.startsWith(file + "/"));
  }

  private void hide(String path) {
    if (path.endsWith("/")) {
      model.keySet().removeIf(key -> key.startsWith(path));
    } else {
      model.keySet().removeIf(key -> key.equals(path) || key.startsWith(path + "/"));
    }
  }

  private void parents(String path, int layer) {
    for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
      String parent = path.substring(0, slash);
      Thing there = model.get(parent);
      if (there == null || !there.directory) {
        model.put(parent, new Thing("DIRECTORY", layer, true));
      }
    }
  }

  private void put(String path, Thing thing) {
    parents(path, thing.layer);
    if (!thing.directory) {
      model.keySet().removeIf(key -> key.startsWith(path + "/"));
    }
    model.put(path, thing);
  }

  private void link(String path, String target, int layer) {
    parents(path, layer);
    Thing there = model.get(target);
    boolean file = there != null && !there.directory && !path.equals(target);
    put(path, new Thing(file && there != null ? there.what : "unresolved", layer, false));
  }

  private void note(Set<String> before, int layer) {
    Set<String> all = new HashSet<>(before);
    all.addAll(model.keySet());
    for (String path : all) {
      if (!before.contains(path)) {
        history.merge(path, "+" + layer, String::concat);
      } else if (!model.containsKey(path)) {
        history.merge(path, "-" + layer, String::concat);
      }
    }
  }
}
