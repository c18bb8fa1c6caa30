package org.seatrial.testkit.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.seatrial.check.file.FileCapabilities;
import org.seatrial.check.file.FileStatus;
import org.seatrial.testkit.image.ImageFiles;
import org.seatrial.testkit.image.MadeUpConfig;
import org.seatrial.testkit.image.MadeUpImage;
import org.seatrial.testkit.image.MadeUpLayer;
import org.seatrial.testkit.image.MadeUpPackage;

/**
 * A small image as a team might build it, and its twin that is wrong on purpose; each mistake is
 * numbered. No program in them runs: they are there to be looked at.
 */
final class TrialImages {

  /** What takes the place of a program. */
  private static final String PROGRAM = "\u007fELF, as far as anybody needs to know\n";

  private static final MadeUpLayer DEBIAN =
      MadeUpLayer.empty()
          .with(FileStatus.directory("/etc"))
          .with("/etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n")
          .with("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\ncart:x:1001:0::/srv:/sbin/nologin\n")
          .with("/etc/group", "root:x:0:\nshadow:x:42:\n")
          .with(
              FileStatus.regular("/etc/shadow").withMode("0640").withOwner(0, 42),
              "root:*:::::::\n")
          .with(FileStatus.regular("/usr/bin/dash").withMode("0755"), PROGRAM)
          .with(FileStatus.symlink("/bin", "usr/bin"))
          .with(FileStatus.symlink("/usr/bin/sh", "dash"))
          .with(FileStatus.directory("/tmp").withMode("1777"))
          .withPackages(
              MadeUpPackage.debian("base-files", "12.4+deb12u5"),
              MadeUpPackage.debian("dash", "0.5.12-2"),
              MadeUpPackage.debian("libc6", "2.36-9+deb12u4"));

  private static final MadeUpLayer CART =
      MadeUpLayer.empty()
          .with(FileStatus.regular("/usr/local/bin/cart").withMode("0755"), PROGRAM)
          .with(FileStatus.regular("/etc/cart.conf"), "listen = 8080\n")
          .with(FileStatus.directory("/srv/data").withMode("0770").withOwner(1001, 0));

  private static final MadeUpImage BASE =
      MadeUpImage.of()
          .then("ADD rootfs.tar /", DEBIAN)
          .then("COPY --chmod=0755 cart /usr/local/bin/cart", CART);

  static final MadeUpImage RIGHT =
      BASE.named("shop/cart:1.4")
          .then("USER 1001:0")
          .configured(config().withUser("1001:0").withExposedPort("8080/tcp"));

  static final MadeUpImage WRONG =
      BASE.named("shop/cart-wrong:1.4")
          .then(
              "RUN apt-get install -y su-tools iputils-ping",
              MadeUpLayer.empty()
                  // 1: whoever starts it becomes root
                  .with(FileStatus.regular("/usr/bin/become").withMode("4755"), PROGRAM)
                  // 2: whoever starts it reads what the group shadow may read
                  .with(
                      FileStatus.regular("/usr/bin/read-log").withMode("2755").withOwner(0, 42),
                      PROGRAM)
                  // 3: whoever starts it may forge packets
                  .with(
                      FileStatus.regular("/usr/bin/ping")
                          .withMode("0755")
                          .withCapabilities(FileCapabilities.of("cap_net_raw")),
                      PROGRAM))
          // 4: no user, so root; 5: a port that only root may open
          .configured(config().withExposedPort("80/tcp"));

  private TrialImages() {}

  private static MadeUpConfig config() {
    return MadeUpConfig.empty()
        .withEntrypoint("/usr/local/bin/cart")
        .withVariable("PATH", "/usr/local/bin:/usr/bin:/bin")
        .withWorkingDirectory("/srv")
        .withVolume("/srv/data")
        .withLabel("org.opencontainers.image.version", "1.4")
        .withHealthCheck(Duration.ofSeconds(10), "/usr/local/bin/cart", "health");
  }

  /** Write both as OCI archives into a folder: {@code cart.tar}, {@code cart-wrong.tar}. */
  static void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    ImageFiles.layout(RIGHT).writeArchive(folder.resolve("cart.tar"));
    ImageFiles.layout(WRONG).writeArchive(folder.resolve("cart-wrong.tar"));
  }

  /** Write both into the folder that is named. */
  public static void main(String[] arguments) throws IOException {
    writeTo(Path.of(arguments[0]));
  }
}
