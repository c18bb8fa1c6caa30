package org.seatrial.image;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what an image's reading tells. */
final class Watching implements ImageProgress {

  final List<String> opened = new CopyOnWriteArrayList<>();
  final List<Integer> read = new CopyOnWriteArrayList<>();
  final List<String> notices = new CopyOnWriteArrayList<>();

  @Override
  public void opening(String name) {
    opened.add(name);
  }

  @Override
  public void reading(int number, int count, long bytes) {
    read.add(number);
  }

  @Override
  public void notice(String sentence) {
    notices.add(sentence);
  }
}
