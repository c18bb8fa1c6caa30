package org.seatrial.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Where the result goes: standard output, or a file that appears only when it is whole. */
final class Destination implements AutoCloseable {

  private final OutputStream out;
  private final Optional<NewFile> file;

  private Destination(OutputStream out, Optional<NewFile> file) {
    this.out = out;
    this.file = file;
  }

  static Destination standard(OutputStream standardOutput) {
    return new Destination(standardOutput, Optional.empty());
  }

  /**
   * Open the destination, before anything is looked at.
   *
   * @param path the file; empty for standard output
   * @throws CommandException when the file can't be written
   */
  static Destination of(Optional<Path> path, OutputStream standardOutput) {
    if (path.isEmpty()) {
      return standard(standardOutput);
    }
    try {
      NewFile file = NewFile.at(path.get());
      return new Destination(file.stream(), Optional.of(file));
    } catch (IOException e) {
      throw CommandException.usage(
          "--output " + path.get() + " can't be written: " + Reason.of(e), e);
    }
  }

  /** Something that writes the result. */
  @FunctionalInterface
  interface Content {
    void writeTo(Writer writer) throws IOException;
  }

  /**
   * Write the result, whole.
   *
   * @throws CommandException when it can't be written
   */
  void write(Content content) {
    try {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 8192);
      content.writeTo(writer);
      writer.flush();
      if (file.isPresent()) {
        file.get().complete();
      }
    } catch (IOException e) {
      String where = file.map(f -> "--output " + f.path()).orElse("standard output");
      throw CommandException.usage(where + " can't be written: " + Reason.of(e), e);
    }
  }

  @Override
  public void close() {
    if (file.isPresent()) {
      try {
        file.get().close();
      } catch (IOException e) {
        throw new UncheckedIOException("the unfinished report can't be removed", e);
      }
    }
  }
}
