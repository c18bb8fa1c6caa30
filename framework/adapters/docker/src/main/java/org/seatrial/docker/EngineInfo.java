package org.seatrial.docker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * What an engine says of itself. Every text is empty when the engine does not say it.
 *
 * @param version of the engine, such as {@code 26.1.5}
 * @param apiVersion that its requests are made in, such as {@code 1.45}
 * @param os of the containers: {@code linux} or {@code windows}
 * @param architecture of the machine, in the words of its kernel, such as {@code x86_64}
 * @param storageDriver such as {@code overlay2}
 */
public record EngineInfo(
    String version, String apiVersion, String os, String architecture, String storageDriver) {

  static EngineInfo read(InputStream in, String apiVersion) throws IOException {
    JsonFields fields =
        JsonFields.read(in, Set.of("ServerVersion", "OSType", "Architecture", "Driver"));
    return new EngineInfo(
        fields.text("ServerVersion"),
        apiVersion,
        fields.text("OSType"),
        fields.text("Architecture"),
        fields.text("Driver"));
  }
}
