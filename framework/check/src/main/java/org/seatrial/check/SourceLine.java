package org.seatrial.check;

/**
 * The line of source on which a check was declared.
 *
 * @param className the binary name of the class
 * @param file the name of the source file, without folders; empty when it was compiled without
 * @param line the number of the line, from 1; 0 when it was compiled without
 */
public record SourceLine(String className, String file, int line) {

  /** Return the line that called the method of {@link Subject} which calls this. */
  static SourceLine ofCaller() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames
                    .filter(f -> f.getDeclaringClass() != SourceLine.class)
                    .filter(f -> f.getDeclaringClass() != Subject.class)
                    .findFirst()
                    .map(SourceLine::of)
                    .orElseThrow());
  }

  private static SourceLine of(StackWalker.StackFrame frame) {
    String file = frame.getFileName();
    return new SourceLine(
        frame.getClassName(), file == null ? "" : file, Math.max(0, frame.getLineNumber()));
  }

  /**
   * Return it as a stack trace shows it, so that an IDE leads there: {@code
   * ShopTest(ShopTest.java:42)}.
   */
  @Override
  public String toString() {
    return className + "(" + (file.isEmpty() ? "Unknown Source" : file + ":" + line) + ")";
  }
}
