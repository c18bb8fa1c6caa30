package org.seatrial.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a piece of work took, each time that it was done in this JVM, and the memory it needed. */
final class Took {

  private final long[] nanos;
  private final long[] processor;
  private int count;
  private long started;
  private long startedProcessor;

  /** Prepare for this many times. */
  Took(int times) {
    nanos = new long[times];
    processor = new long[times];
  }

  void begin() {
    startedProcessor = processorTime();
    started = System.nanoTime();
  }

  void end() {
    nanos[count] = System.nanoTime() - started;
    processor[count] = processorTime() - startedProcessor;
    count++;
  }

  /** Of all threads, the compiler's too: on a busy machine this tells more than the wall. */
  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Print one line of JSON: times in nanoseconds in their order, memory in bytes. */
  void print(long entries) {
    System.out.println(
        "{\"nanos\":["
            + times(nanos)
            + "],\"processor\":["
            + times(processor)
            + "],\"entries\":"
            + entries
            + ",\"heap\":"
            + peakHeap()
            + ",\"resident\":"
            + peakResident().orElse(-1)
            + "}");
  }

  private String times(long[] all) {
    return Arrays.stream(all)
        .limit(count)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(","));
  }

  /** The sum of what each part of the heap had at its fullest: never less than the true peak. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  /** What Linux says of this process; empty elsewhere. */
  private static OptionalLong peakResident() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
