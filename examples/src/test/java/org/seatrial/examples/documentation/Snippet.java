package org.seatrial.examples.documentation;

import java.net.URI;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;
import org.seatrial.examples.documentation.MarkdownFile.Piece;

/**
 * Java that a page shows, made whole: a declaration is a source file, and methods, statements and
 * values get what must surround them. The lines stay those of the page.
 */
final class Snippet extends SimpleJavaFileObject {

  /** All words, as a test class imports them. */
  private static final String WORDS =
      "import java.net.*; import java.nio.file.*; import java.time.*; import java.util.*;"
          + " import org.junit.jupiter.api.*; import org.seatrial.check.command.*;"
          + " import org.seatrial.deployment.*; import org.seatrial.docker.compose.*;"
          + " import org.seatrial.junit.Endpoint;"
          + " import org.seatrial.check.*; import org.seatrial.check.account.*;"
          + " import org.seatrial.check.command.*; import org.seatrial.check.process.*;"
          + " import org.seatrial.check.file.*; import org.seatrial.check.madeup.*;"
          + " import org.seatrial.image.*; import org.seatrial.junit.*;"
          + " import org.seatrial.image.packages.*; import org.seatrial.image.profile.*;"
          + " import org.seatrial.deployment.*; import org.seatrial.deployment.http.*;"
          + " import org.seatrial.testkit.expectation.*; import org.seatrial.testkit.image.*;"
          + " import static org.seatrial.check.Conditions.*;"
          + " import static org.seatrial.check.account.AccountConditions.*;"
          + " import static org.seatrial.check.account.AccountSubjects.*;"
          + " import static org.seatrial.check.command.CommandConditions.*;"
          + " import static org.seatrial.check.command.CommandSubjects.*;"
          + " import static org.seatrial.check.file.ContentConditions.*;"
          + " import static org.seatrial.check.file.FileConditions.*;"
          + " import static org.seatrial.check.file.FileSubjects.*;"
          + " import static org.seatrial.check.file.Selections.*;"
          + " import static org.seatrial.check.value.ValueConditions.*;"
          + " import static org.seatrial.check.process.ListeningSocket.Protocol.*;"
          + " import static org.seatrial.check.process.MountConditions.*;"
          + " import static org.seatrial.check.process.MountSubjects.*;"
          + " import static org.seatrial.check.process.PortConditions.*;"
          + " import static org.seatrial.check.process.PortSubjects.*;"
          + " import static org.seatrial.check.process.ProcessConditions.*;"
          + " import static org.seatrial.check.process.ProcessSubjects.*;"
          + " import static org.seatrial.deployment.ContainerConditions.*;"
          + " import static org.seatrial.deployment.ContainerSubjects.*;"
          + " import static org.seatrial.deployment.Waits.*;"
          + " import static org.seatrial.deployment.http.CertificateConditions.*;"
          + " import static org.seatrial.deployment.http.HttpConditions.*;"
          + " import static org.seatrial.deployment.http.HttpSubjects.*;"
          + " import static org.seatrial.image.ConfigConditions.*;"
          + " import static org.seatrial.image.ImageConditions.*;"
          + " import static org.seatrial.image.ImageSubject.*;"
          + " import static org.seatrial.image.packages.PackageConditions.*;"
          + " import static org.seatrial.image.packages.PackageSubjects.*;"
          + " import static org.seatrial.junit.Checks.*;"
          + " import static org.seatrial.testkit.expectation.Expectations.*;";

  private static final Pattern TYPE =
      Pattern.compile("(?m)^((public|final|abstract|sealed) )*(class|interface|record|enum) ");

  /** An annotation, or a type, a name and parameters before a brace, at the beginning of a line. */
  private static final Pattern METHOD =
      Pattern.compile("(?m)^(@[A-Z]|[\\w<>?, ]+ \\w+\\([^;]*\\) \\{$)");

  private final Piece piece;
  private final String source;

  private Snippet(Piece piece, String name, String source) {
    super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
    this.piece = piece;
    this.source = source;
  }

  /** Return a fenced block, whatever part of a program it is. */
  static Snippet block(Piece piece) {
    String code = piece.text();
    String name = nameOf(piece);
    if (code.contains("import ") || TYPE.matcher(code).find()) {
      return new Snippet(piece, name, (code.contains("import ") ? "" : WORDS) + code);
    }
    String open = WORDS + " abstract class " + name + " { ";
    if (METHOD.matcher(code).find()) {
      return new Snippet(piece, name, open + code + "\n}");
    }
    return code.stripTrailing().endsWith(";")
        ? new Snippet(piece, name, open + "void block(Place place) { " + code + "\n}}")
        : new Snippet(piece, name, open + "Object[] values = { " + code + "\n};}");
  }

  /** Return a value, as a class by {@link #nameOf} that supplies it. */
  static Snippet value(Piece piece, String code) {
    String name = nameOf(piece);
    return new Snippet(
        piece,
        name,
        WORDS
            + " public final class "
            + name
            + " implements java.util.function.Supplier<Object> { public Object get() { return "
            + code
            + "; }}");
  }

  /** Return the name of the class that is made of a piece. */
  static String nameOf(Piece piece) {
    return piece.path().getFileName().toString().replace('.', '_') + "_" + piece.line();
  }

  /** Return the place in the page that is meant by a line of this source, counted from 1. */
  String place(long line) {
    return piece.path() + ":" + (piece.line() + Math.max(0, line - 1));
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return source;
  }

  /** A page may show a public class, whatever the file is called here. */
  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return kind == Kind.SOURCE && !simpleName.equals("package-info");
  }
}
