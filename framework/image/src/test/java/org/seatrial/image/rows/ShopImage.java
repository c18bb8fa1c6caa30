package org.seatrial.image.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import org.seatrial.image.ImageOptions;
import org.seatrial.image.ImagePlace;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.fixture.Packing;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.ImageArchive;

/** The image on which every row is judged, in an archive as {@code docker save} writes it. */
final class ShopImage {

  static final String JSON =
      """
      {"server": {"port": 8080, "name": "shop", "tls": true, "host": null},
       "plugins": [{"name": "auth", "port": 8081}, {"name": "tls", "port": 8443}],
       "a.b": {"c/d": "x"}}
      """;

  private static final String STATUS =
      """
      Package: curl
      Status: install ok installed
      Architecture: amd64
      Version: 7.88.1-10+deb12u12

      Package: wget
      Status: deinstall ok config-files
      Architecture: amd64
      Version: 1.21.3-1

      """;

  private static final LayerFixture LAYER =
      LayerFixture.empty()
          .file("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nshop:x:1001:0::/srv:/bin/sh\n")
          .file("etc/group", "root:x:0:\nshadow:x:42:shop\nshop:x:101:\n")
          .file("etc/shadow", bytes("root:*:::::::\n"), 0640, 0, 42)
          .file("etc/shop.json", JSON)
          .file("etc/shop.conf", "# shop\nssl = on\nport = 8080\n")
          .file("etc/limit", "4\n")
          .file("etc/version", "1.4.2\n")
          .file("etc/empty", "")
          .directory("var/run")
          .symlink("etc/run", "../var/run")
          .symlink("etc/conf", "shop.conf")
          .file("usr/bin/shop", bytes("#!/bin/sh\n"), 0750, 1001, 0)
          .file("usr/bin/ping", bytes("x"), 04755, 0, 0)
          .file("usr/share/doc/curl/copyright", "MIT\n")
          .file("usr/share/doc/libgnutls30/changelog", "none\n")
          .file("var/lib/dpkg/status", STATUS);

  private static final String RUN =
      """
      {"User": "1001", "Env": ["PATH=/usr/bin", "LANG=C.UTF-8"], "Entrypoint": ["shop", "serve"],
       "Cmd": ["--verbose"], "ExposedPorts": {"8080/tcp": {}, "53/udp": {}},
       "Volumes": {"/data": {}}, "WorkingDir": "/srv", "Labels": {"version": "1.4.2"}}
      """;

  private ShopImage() {}

  static ImagePlace in(Path folder) {
    ImageFixture image =
        ImageFixture.of(LAYER).withName("shop:1.4").withRun(RUN).withHistory("COPY shop /");
    Path archive = Bundle.saved(image).tarTo(folder.resolve("shop.tar"), Packing.PLAIN);
    return ImagePlace.of(
        ImageArchive.at(archive),
        Choice.only(),
        ImageOptions.standard().withCacheFolder(folder.resolve("cache")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
