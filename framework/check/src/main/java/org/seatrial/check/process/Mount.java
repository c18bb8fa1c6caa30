package org.seatrial.check.process;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.seatrial.check.Described;

/**
 * Something that is mounted, as the processes of the place see it ({@code /proc/PID/mountinfo}).
 *
 * @param path the mount point
 * @param type the file system's type, such as {@code ext4}, {@code tmpfs}, {@code overlay}
 * @param source what is mounted, as the kernel names it
 * @param root which folder of it
 * @param options those of the mount and of the file system, such as {@code ro}, {@code nosuid},
 *     {@code size=65536k}; each once
 */
public record Mount(String path, String type, String source, String root, List<String> options)
    implements Described {

  public Mount {
    requireNonNull(path, "path must not be null");
    requireNonNull(type, "type must not be null");
    requireNonNull(source, "source must not be null");
    requireNonNull(root, "root must not be null");
    options = List.copyOf(options);
  }

  @Override
  public String label() {
    return path;
  }

  @Override
  public String description() {
    return type + " from " + source + ", options " + String.join(",", options);
  }
}
