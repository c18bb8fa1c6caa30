package org.seatrial.image.packages;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;

/**
 * Collects what databases say. A database that is reached by two paths, as where {@code /lib} leads
 * to {@code /usr/lib}, counts once.
 */
final class DatabaseReader {

  /** Reads the bytes of a database; the path is for messages. */
  @FunctionalInterface
  interface Parser {
    List<InstalledPackage> parse(String path, byte[] content);
  }

  private final Facts facts;
  private final Map<InstalledPackage, Known<InstalledPackage>> packages = new LinkedHashMap<>();
  private final Set<FileContent> seen = new HashSet<>();
  private final List<Evidence> read = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();

  DatabaseReader(Facts facts) {
    this.facts = facts;
  }

  /** Return the answer to a request for something at this path; an unknown one is noted. */
  <A> Answer<A> answer(String path, Request<A> request) {
    Answer<A> answer = facts.get(request);
    if (answer instanceof Unknown<A> unknown) {
      unread(path, unknown.why());
    }
    return answer;
  }

  /** Note that the database at this path could not be read. */
  void unread(String path, String why) {
    unread.add("the package database " + path + " could not be read: " + why);
  }

  /** Read a database that is one file. */
  void file(String path, Known<FileContent> file, Parser parser) {
    if (seen.add(file.value())) {
      part(path, file, parser);
      read(path, file.evidence());
    }
  }

  /** Read one file of a database. */
  void part(String path, Known<FileContent> file, Parser parser) {
    Evidence evidence = Evidence.of("path", path).and(file.evidence());
    try {
      for (InstalledPackage found : parser.parse(path, file.value().bytes())) {
        packages.putIfAbsent(found, new Known<>(found, evidence));
      }
    } catch (InspectionException e) {
      unread.add("a package database could not be read: " + requireNonNull(e.getMessage()));
    }
  }

  /** Note that the database at this path has been looked at. */
  void read(String path, Evidence evidence) {
    read.add(Evidence.of("path", path).and(evidence));
  }

  Inventory inventory(List<String> searched) {
    return new Inventory(List.copyOf(packages.values()), read, unread, searched);
  }
}
