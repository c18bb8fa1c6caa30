package org.seatrial.docker.compose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.Answer;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.deployment.DeploymentException;
import org.seatrial.image.ImageOptions;
import org.seatrial.image.ImagePlace;

/**
 * Mounts a read-only copy of the entrypoint script of each service that has one in its place, as a
 * ConfigMap or a bind mount would: a script that edits itself, or whose rights the image set,
 * shows.
 *
 * @param folder where the copies are kept while the deployment lives
 */
record EntrypointMounts(Path folder) {

  /** Change the model. */
  void apply(ComposeModel model) {
    for (String service : model.services()) {
      Map<String, @Nullable Object> declared = model.service(service);
      if (declared.get("image") instanceof String image) {
        script(image, declared).ifPresent(script -> mount(service, script, declared));
      }
    }
  }

  /** A script, by its path in the image. */
  private record Script(String path, FileContent content) {}

  private static Optional<Script> script(String image, Map<String, @Nullable Object> declared) {
    ImagePlace place = ImagePlace.open("docker:" + image, "", ImageOptions.standard());
    List<String> entrypoint = place.summary().config().run().entrypoint();
    if (declared.get("entrypoint") instanceof List<?> own && !own.isEmpty()) {
      entrypoint = own.stream().map(String::valueOf).toList();
    }
    for (String word : entrypoint) {
      if (word.startsWith("/")) {
        Optional<FileContent> content = read(place, word);
        if (content.isPresent() && content.get().text().startsWith("#!")) {
          return Optional.of(new Script(word, content.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<FileContent> read(ImagePlace place, String path) {
    ReadRequest request = ReadRequest.of(path);
    Set<Request<?>> requests = Set.of(request);
    return place.fetch(requests).get(request) instanceof Answer.Known<?> known
            && known.value() instanceof FileContent content
        ? Optional.of(content)
        : Optional.empty();
  }

  private void mount(String service, Script script, Map<String, @Nullable Object> declared) {
    try {
      Path copy = Files.createTempFile(folder, "entrypoint-" + service + "-", "");
      try (InputStream in = new java.io.ByteArrayInputStream(script.content().bytes())) {
        Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r-xr-xr-x"));
      List<@Nullable Object> volumes = new ArrayList<>();
      if (declared.get("volumes") instanceof List<?> own) {
        volumes.addAll(own);
      }
      volumes.add(
          Map.of(
              "type",
              "bind",
              "source",
              copy.toString(),
              "target",
              script.path(),
              "read_only",
              true));
      declared.put("volumes", volumes);
    } catch (IOException e) {
      throw new InspectionException(
          "cannot keep a copy of " + script.path() + " in " + folder + ": " + e.getMessage(), e);
    } catch (UnsupportedOperationException e) {
      throw new DeploymentException(
          "the variation that mounts entrypoints needs a file system with POSIX permissions", e);
    }
  }
}
