package org.seatrial.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.check.process.ProcessTable;
import org.seatrial.check.process.ProcessesRequest;
import org.seatrial.check.process.RunningProcess;
import org.seatrial.deployment.ContainerRequest;
import org.seatrial.deployment.ContainerStatus;
import org.seatrial.report.Listing;
import org.seatrial.report.Listing.Fact;
import org.seatrial.report.Listing.Section;
import org.seatrial.report.Listing.Table;
import org.seatrial.report.Listing.Value;

/** The whole of a container: what the engine says of it, and its processes. */
final class ContainerView implements View {

  private static final ContainerRequest CONTAINER = new ContainerRequest();
  private static final ProcessesRequest PROCESSES = new ProcessesRequest();

  @Override
  public List<Request<?>> requests() {
    return List.of(CONTAINER, PROCESSES);
  }

  @Override
  public Listing listing(Facts facts) {
    List<Section> sections = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Answer<ContainerStatus> container = facts.get(CONTAINER);
    if (container instanceof Unknown<ContainerStatus> unknown) {
      // One reason for everything: it is told once.
      notes.add(unknown.why());
      return new Listing(sections, notes);
    }
    if (container instanceof Known<ContainerStatus> known) {
      sections.add(new Listing.Facts("container", container(known.value())));
    }
    Answer<ProcessTable> processes = facts.get(PROCESSES);
    if (processes instanceof Unknown<ProcessTable> unknown) {
      notes.add(unknown.why());
    } else if (processes instanceof Known<ProcessTable> known) {
      sections.add(processes(known.value()));
    }
    return new Listing(sections, notes);
  }

  @Override
  public int exitCode(Facts facts) {
    return ExitCode.PASSED;
  }

  private static List<Fact> container(ContainerStatus status) {
    return List.of(
        new Fact("name", Value.of(status.name())),
        new Fact("image", Value.of(status.image())),
        new Fact("state", Value.of(status.state().name().toLowerCase(Locale.ROOT))),
        new Fact(
            "health",
            status
                .health()
                .map(health -> Value.of(health.status().name().toLowerCase(Locale.ROOT)))
                .orElse(Value.none())),
        new Fact(
            "exit code",
            status.exitCode().isPresent() ? Value.of(status.exitCode().getAsInt()) : Value.none()),
        new Fact("restarts", Value.of(status.restarts())),
        new Fact(
            "started",
            status.started().map(started -> Value.of(started.toString())).orElse(Value.none())),
        new Fact("environment", Value.lines(status.environment())),
        new Fact("memory limit", bytes(status.limits().memory())));
  }

  private static Value bytes(OptionalLong limit) {
    return limit.isPresent() ? Value.bytes(limit.getAsLong()) : Value.none();
  }

  private static Section processes(ProcessTable table) {
    List<List<Value>> rows = table.processes().stream().map(ContainerView::row).toList();
    return new Table("processes", List.of("pid", "parent", "uid", "gid", "arguments"), rows);
  }

  private static List<Value> row(RunningProcess process) {
    return List.of(
        Value.of(process.pid()),
        Value.of(process.parent()),
        Value.of(process.credentials().effectiveUid()),
        Value.of(process.credentials().effectiveGid()),
        Value.words(process.arguments()));
  }
}
