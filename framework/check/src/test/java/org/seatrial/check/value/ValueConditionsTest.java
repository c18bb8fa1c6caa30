package org.seatrial.check.value;

import static org.seatrial.check.Conditions.both;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.file.ContentConditions.haveContent;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.value.ValueConditions.be;
import static org.seatrial.check.value.ValueConditions.beAtLeast;
import static org.seatrial.check.value.ValueConditions.beAtMost;
import static org.seatrial.check.value.ValueConditions.beGreaterThan;
import static org.seatrial.check.value.ValueConditions.beLessThan;
import static org.seatrial.check.value.ValueConditions.beNull;
import static org.seatrial.check.value.ValueConditions.beSemanticVersionIn;
import static org.seatrial.check.value.ValueConditions.beTextMatching;
import static org.seatrial.check.value.ValueConditions.haveEachElement;
import static org.seatrial.check.value.ValueConditions.haveElement;
import static org.seatrial.check.value.ValueConditions.haveLength;
import static org.seatrial.check.value.ValueConditions.haveValue;

import org.junit.jupiter.api.Nested;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on values, by the contract. */
class ValueConditionsTest {

  @Nested
  class BeText extends ValueContract {
    BeText() {
      super(be("on"), "be \"on\"");
      holds("\"on\"", "line 2: \"on\"");
      isViolated("\"off\"", "line 2: \"off\"");
    }
  }

  @Nested
  class BeNumber extends ValueContract {
    BeNumber() {
      super(be(8080), "be 8080");
      holds("8080.0", "line 2: 8080.0");
      isViolated("9090", "line 2: 9090");
    }
  }

  @Nested
  class BeTrue extends ValueContract {
    BeTrue() {
      super(be(true), "be true");
      holds("true", "line 2: true");
      isViolated("\"true\"", "line 2: \"true\"");
    }
  }

  @Nested
  class BeNull extends ValueContract {
    BeNull() {
      super(beNull(), "be null");
      holds("null", "line 2: null");
      isViolated("false", "line 2: false");
    }
  }

  @Nested
  class BeLessThan extends ValueContract {
    BeLessThan() {
      super(beLessThan(5), "be less than 5");
      holds("4.9", "line 2: 4.9");
      isViolated("5", "line 2: 5");
    }
  }

  @Nested
  class BeAtMost extends ValueContract {
    BeAtMost() {
      super(beAtMost(5), "be at most 5");
      holds("5", "line 2: 5");
      isViolated("5.1", "line 2: 5.1");
    }
  }

  @Nested
  class BeGreaterThan extends ValueContract {
    BeGreaterThan() {
      super(beGreaterThan(0.5), "be greater than 0.5");
      holds("0.6", "line 2: 0.6");
      isViolated("0.50", "line 2: 0.50");
    }
  }

  @Nested
  class BeAtLeast extends ValueContract {
    BeAtLeast() {
      super(beAtLeast(5), "be at least 5");
      holds("\" 5 \"", "line 2: \" 5 \"");
      isViolated("-5", "line 2: -5");
    }
  }

  @Nested
  class BeTextMatching extends ValueContract {
    BeTextMatching() {
      super(beTextMatching("^a+$"), "be text matching /^a+$/");
      holds("\"aa\"", "line 2: \"aa\"");
      isViolated("12", "line 2: 12");
    }
  }

  @Nested
  class BeSemanticVersionIn extends ValueContract {
    BeSemanticVersionIn() {
      super(beSemanticVersionIn("^1.2 || >=3"), "be a semantic version in ^1.2 || >=3");
      holds("\"1.9.0\"", "line 2: \"1.9.0\"");
      isViolated("\"2.0.0\"", "line 2: \"2.0.0\"");
    }
  }

  @Nested
  class HaveLengthOfText extends ValueContract {
    HaveLengthOfText() {
      super(haveLength(2), "have length 2");
      holds("\"ä😀\"", "line 2: \"ä😀\", length 2");
      isViolated("\"abc\"", "line 2: \"abc\", length 3");
    }
  }

  @Nested
  class HaveLengthOfList extends ValueContract {
    HaveLengthOfList() {
      super(haveLength(2), "have length 2");
      holds("[1, 2]", "line 2: a list of 2 elements");
      isViolated("{\"a\": 1}", "line 2: an object of 1 member");
    }
  }

  @Nested
  class HaveValue extends ValueContract {
    HaveValue() {
      super(haveValue("/a~1b/1", be(7)), "have /a~1b/1 be 7");
      holds("{\"a/b\": [6,\n7]}", "line 3: 7");
      isViolated("{\"a/b\": [6]}", "nothing is there");
    }
  }

  @Nested
  class HaveElement extends ValueContract {
    HaveElement() {
      super(haveElement(be(7)), "have an element be 7");
      holds("[6, 7]", "line 2: 7");
      isViolated("[]", "line 2: a list of 0 elements");
    }
  }

  @Nested
  class HaveEachElement extends ValueContract {
    HaveEachElement() {
      super(haveEachElement(be(7)), "have each element be 7");
      holds("[7, 7]", "line 2: a list of 2 elements");
      isViolated("[7, 6]", "line 2: 6");
    }
  }

  @Nested
  class NotBe extends ValueContract {
    NotBe() {
      super(not(be("on")), "not be \"on\"");
      holds("\"off\"", "line 2: \"off\"");
      isViolated("\"on\"", "line 2: \"on\"");
    }
  }

  @Nested
  class Both extends ValueContract {
    Both() {
      super(both(beAtLeast(5), beLessThan(7)), "both be at least 5 and be less than 7");
      holds("6", "line 2: 6");
      isViolated("7", "line 2: 7");
    }
  }

  @Nested
  class HaveContent extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/proc/limit"), haveContent(beAtMost(5)), "have content be at most 5")
          .holdsIn(MadeUpPlace.empty().with("/proc/limit", " 5\n"))
          .isViolatedIn(
              MadeUpPlace.empty().with("/proc/limit", "7\n"),
              """
              file /proc/limit should have content be at most 5   → FAILED (1 finding) in made-up place
                expected:  to have content be at most 5
                but was:   "7\\n"
              """)
          .negated(
              """
              file /proc/limit should not have content be at most 5   → FAILED (1 finding) in made-up place
                expected:  not to have content be at most 5
                but was:   " 5\\n"
              """)
          .absent(
              """
              file /proc/limit should have content be at most 5   → FAILED (1 finding) in made-up place
                expected:  to have content be at most 5
                but was:   nothing is there
              """);
    }
  }
}
