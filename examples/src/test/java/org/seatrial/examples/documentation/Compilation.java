package org.seatrial.examples.documentation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What the JDK's compiler says of snippets, and the classes that it made of them; nothing is
 * written to a disk. Warnings count: users must not get any.
 *
 * @param problems each with the place in the page
 * @param classes the bytes of each class, by name
 */
record Compilation(List<String> problems, Map<String, byte[]> classes) {

  private static final List<String> OPTIONS =
      List.of(
          "--release",
          "17",
          "-proc:none",
          "-Xlint:unchecked,rawtypes,deprecation,removal,cast,varargs",
          "-classpath",
          System.getProperty("java.class.path"));

  /** Compile these snippets, each on its own, so that they can use the same names. */
  static Compilation of(Iterable<Snippet> snippets) {
    Map<String, byte[]> classes = new HashMap<>();
    List<String> problems = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (Output output =
        new Output(compiler.getStandardFileManager(diagnostics, Locale.ROOT, null))) {
      compiler.getTask(null, output, diagnostics, OPTIONS, null, snippets).call();
      output.made.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      problems.add(text(diagnostic));
    }
    return new Compilation(List.copyOf(problems), Map.copyOf(classes));
  }

  private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
    String place =
        diagnostic.getSource() instanceof Snippet snippet
            ? snippet.place(diagnostic.getLineNumber())
            : "";
    return place + ": " + diagnostic.getKind() + ": " + diagnostic.getMessage(Locale.ROOT);
  }

  /** Return a loader that knows the classes that were made. */
  ClassLoader loader() {
    return new ClassLoader(Compilation.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }

  /** Keeps what the compiler writes. */
  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, ByteArrayOutputStream> made = new HashMap<>();

    Output(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("made:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return made.computeIfAbsent(className, name -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
