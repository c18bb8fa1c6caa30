package org.seatrial.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Console Launcher of JUnit prints of a release test, as an IDE shows it. */
class ConsoleLauncherTest {

  @TempDir private Path folder;

  @Test
  void prints_the_tree_of_checks() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        ToolProvider.findFirst("junit")
            .orElseThrow()
            .run(
                new PrintWriter(out),
                new PrintWriter(err),
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--details=tree",
                "--details-theme=ascii",
                "--select-class=" + CheckNodesTest.Shop.class.getName(),
                "--config=sample=archive:" + SavedImage.in(folder));
    assertThat(out.toString().replace(folder.toString(), "FOLDER"))
        .as("printed, besides on standard error: %s", err)
        .contains(
            """
            holds() [OK]
                  +-- file /etc/shop.conf should exist and have mode 0644 [OK]
                  +-- file /etc/shop.conf should contain "port = 9090" [X] file /etc/shop.conf\
             should contain "port = 9090"   → FAILED (1 finding) in image archive:FOLDER/shop.tar
                  |       expected:  to contain "port = 9090"
                  |       but was:   12 bytes: "port = 8080\\n"
            """,
            """
                  '-- file /etc/shadow should not exist, because nobody logs in [OK]
            """);
    assertThat(exit).isEqualTo(1);
  }
}
