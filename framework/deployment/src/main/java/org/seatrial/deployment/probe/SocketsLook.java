package org.seatrial.deployment.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.process.ListeningSocket;
import org.seatrial.check.process.ListeningSocket.Protocol;
import org.seatrial.check.process.Sockets;

/** Reads {@code /proc/net}, and who holds each socket. */
final class SocketsLook implements Look {

  private static final List<String> BIG_ENDIAN =
      List.of("s390", "s390x", "ppc", "ppc64", "mips", "mips64");

  @Override
  public void ask(Script script, String id) {
    script.expect(64L << 20);
    script.line("sockets " + id);
  }

  @Override
  public Reply reply(Heard heard, String id) throws GarbledException {
    Blocks out = heard.out();
    if (out.has(id, "d")) {
      return Reply.unseen("cannot tell who listens: /proc/net can't be read");
    }
    if (out.has(id, "x")) {
      return Reply.unseen(
          "cannot tell who listens: " + out.require(id, "x").text() + " is not there");
    }
    boolean bigEndian = BIG_ENDIAN.contains(out.require(id, "machine").text().strip());
    Map<Long, Long> holders = holders(heard, id);
    Set<ListeningSocket> sockets = new LinkedHashSet<>();
    for (String file : List.of("tcp", "tcp6", "udp", "udp6")) {
      Optional<Blocks.Block> lines =
          file.equals("tcp") ? Optional.of(out.require(id, file)) : out.get(id, file);
      if (lines.isPresent()) {
        sockets.addAll(sockets(file, lines.get().text(), bigEndian, holders));
      }
    }
    List<ListeningSocket> sorted = new ArrayList<>(sockets);
    sorted.sort(
        Comparator.comparing(ListeningSocket::protocol)
            .thenComparingInt(ListeningSocket::port)
            .thenComparing(ListeningSocket::address)
            .thenComparing(socket -> socket.process().orElse(0L)));
    return Reply.of(Answer.known(new Sockets(sorted)));
  }

  private static List<ListeningSocket> sockets(
      String file, String text, boolean bigEndian, Map<Long, Long> holders)
      throws GarbledException {
    Protocol protocol = file.startsWith("tcp") ? Protocol.TCP : Protocol.UDP;
    String[] lines = text.split("\n", -1);
    if (!lines[0].strip().startsWith("sl ")) {
      throw GarbledException.of("the first line of /proc/net/" + file, RawNames.encode(text), 0);
    }
    List<ListeningSocket> sockets = new ArrayList<>();
    for (String line : List.of(lines).subList(1, lines.length)) {
      if (line.isEmpty()) {
        continue;
      }
      SocketLine read = SocketLine.parse(line, bigEndian);
      if (read.listens(protocol)) {
        sockets.add(
            new ListeningSocket(
                protocol,
                read.address(),
                read.port(),
                read.uid(),
                Optional.ofNullable(holders.get(read.inode()))));
      }
    }
    return sockets;
  }

  /** Return the lowest pid that holds each socket, by inode. */
  private static Map<Long, Long> holders(Heard heard, String id) throws GarbledException {
    Map<Long, Long> holders = new HashMap<>();
    Optional<Blocks.Block> said = heard.out().get(id, "fds");
    if (said.isPresent()) {
      for (FileStatus link : StatRecords.parse(said.get().bytes(), heard.mark(), "")) {
        String target = link.linkTarget().orElse("");
        if (target.startsWith("socket:[")
            && target.endsWith("]")
            && link.path().startsWith("/proc/")) {
          long inode = ProcessStatus.number(target.substring(8, target.length() - 1), 10);
          long pid = ProcessStatus.number(link.path().split("/", -1)[2], 10);
          holders.merge(inode, pid, Math::min);
        }
      }
    }
    return holders;
  }
}
