package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Answer;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.StatRequest;

/** Profiles of a user's own, compiled as a user does. */
class OwnProfileTest {

  private static final String SOURCE =
      """
      package com.example.shop;

      import static org.seatrial.check.Conditions.exist;
      import static org.seatrial.check.file.FileConditions.haveMode;
      import static org.seatrial.check.file.FileSubjects.file;

      import java.util.List;
      import org.seatrial.check.Check;
      import org.seatrial.check.Profile;

      public final class ShopProfile implements Profile {
        public String name() {
          return "shopOwn";
        }

        public String description() {
          return "what every image of the shop must keep";
        }

        public List<Check> checks() {
          return List.of(
              file("/opt/shop/shop.conf")
                  .should(exist(), haveMode("0640"))
                  .because("it holds the password of the database"));
        }
      }
      """;

  private static final String SERVICE = "META-INF/services/org.seatrial.check.Profile";

  @TempDir private Path folder;

  private final Run run =
      Run.on(
          new FakeImages()
              .with(
                  "cart",
                  Map.of(
                      new StatRequest("/opt/shop/shop.conf", Links.FOLLOW),
                      Answer.known(FileStatus.regular("/opt/shop/shop.conf").withMode("0644")))));

  @Test
  void is_found_in_a_folder_of_classes_and_checked_by_its_name() throws IOException {
    String classes = compiled("com.example.shop.ShopProfile").toString();
    assertThat(run.command("check", "cart", "--classpath", classes, "--profile", "shopOwn"))
        .isEqualTo(1);
    assertThat(run.out())
        .contains("✘ file /opt/shop/shop.conf should exist and have mode 0640, because it holds")
        .contains("com.example.shop.ShopProfile(ShopProfile.java:23)");
  }

  @Test
  void is_what_is_checked_when_no_name_is_given() throws IOException {
    Path jar = packed(compiled("com.example.shop.ShopProfile"));
    assertThat(run.command("check", "cart", "--classpath", jar.toString())).isEqualTo(1);
    assertThat(run.out()).endsWith("1 check: 1 failed\n\n");
  }

  @Test
  void is_named_when_it_cannot_be_loaded() throws IOException {
    String classes = compiled("com.example.shop.NoSuchProfile").toString();
    assertThat(run.command("check", "cart", "--classpath", classes)).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "seatrial: a profile can't be loaded: org.seatrial.check.Profile:"
                + " Provider com.example.shop.NoSuchProfile not found\n");
  }

  @Test
  void is_refused_when_its_name_is_taken() throws IOException {
    Path classes = compiled("com.example.shop.ShopProfile");
    Path jar = packed(classes);
    Path other = Files.createDirectories(folder.resolve("other"));
    Path service = Files.createDirectories(other.resolve("META-INF/services"));
    Files.writeString(service.resolve("org.seatrial.check.Profile"), "com.example.Twin");
    compile(
        other,
        "com/example/Twin.java",
        SOURCE.replace("com.example.shop;", "com.example;").replace("ShopProfile", "Twin"));
    assertThat(
            run.command(
                "check",
                "cart",
                "--classpath",
                jar + java.io.File.pathSeparator + other,
                "--profile",
                "shopOwn"))
        .isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "seatrial: the name shopOwn is taken by several profiles:"
                + " com.example.shop.ShopProfile, com.example.Twin\n");
  }

  @Test
  void must_be_somewhere() {
    String missing = folder.resolve("missing.jar").toString();
    assertThat(run.command("check", "cart", "--classpath", missing)).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "seatrial: --classpath "
                + missing
                + ": there is no such jar or folder, or it can't be read\n");
  }

  private Path compiled(String provider) throws IOException {
    Path classes = folder.resolve("classes");
    compile(classes, "com/example/shop/ShopProfile.java", SOURCE);
    Path service = classes.resolve(SERVICE);
    Files.createDirectories(service.getParent());
    Files.writeString(service, provider + "\n");
    return classes;
  }

  private void compile(Path classes, String path, String text) throws IOException {
    Path source = folder.resolve("source").resolve(path);
    Files.createDirectories(source.getParent());
    Files.createDirectories(classes);
    Files.writeString(source, text);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int code =
        compiler.run(
            null,
            null,
            null,
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            source.toString());
    assertThat(code).isZero();
  }

  private Path packed(Path classes) throws IOException {
    Path jar = folder.resolve("shop.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of(SERVICE, "com/example/shop/ShopProfile.class")) {
        out.putNextEntry(new JarEntry(name));
        Files.copy(classes.resolve(name), out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
