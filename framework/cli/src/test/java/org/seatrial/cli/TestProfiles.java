package org.seatrial.cli;

import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.file;

import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.check.Profile;

/** Profiles that the tests find as the command finds any. */
final class TestProfiles {

  private TestProfiles() {}

  /** One check that {@link FakeImages} passes. */
  public static final class Shop implements Profile {
    @Override
    public String name() {
      return "shop";
    }

    @Override
    public String description() {
      return "what every image of the shop must keep";
    }

    @Override
    public List<Check> checks() {
      return List.of(file("/shop.conf").should(exist()).withId("shop.conf"));
    }
  }

  /** Two checks, of which {@link FakeImages} fails one. */
  public static final class Strict implements Profile {
    @Override
    public String name() {
      return "strict";
    }

    @Override
    public String description() {
      return "more than anybody can keep";
    }

    @Override
    public List<Check> checks() {
      return List.of(
          file("/shop.conf").should(exist()).withId("strict.conf"),
          file("/shop.conf").should(haveMode("0400")).withId("strict.mode"));
    }
  }

  /** No check at all. */
  public static final class Empty implements Profile {
    @Override
    public String name() {
      return "empty";
    }

    @Override
    public String description() {
      return "nothing";
    }

    @Override
    public List<Check> checks() {
      return List.of();
    }
  }

  /** Fails to say what it checks. */
  public static final class Broken implements Profile {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public String description() {
      return "a mistake of its author";
    }

    @Override
    public List<Check> checks() {
      throw new IllegalArgumentException("mode must be octal\u001b[2J");
    }
  }
}
