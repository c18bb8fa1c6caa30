package org.seatrial.image;

import static org.seatrial.image.ConfigConditions.haveLabel;
import static org.seatrial.image.ConfigConditions.haveLabelMatching;
import static org.seatrial.image.ConfigConditions.haveNumericUser;
import static org.seatrial.image.ConfigConditions.haveUser;
import static org.seatrial.image.ConfigConditions.haveVariable;
import static org.seatrial.image.ConfigConditions.haveVariableMatching;
import static org.seatrial.image.MadeImage.configured;
import static org.seatrial.image.MadeImage.message;
import static org.seatrial.image.MadeImage.place;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.image.fixture.ImageFixture;

/** The conditions on user, variables and labels of an image, by the contract. */
class UserAndVariablesTest {

  @TempDir Path temp;

  @Nested
  class HaveUser extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'User': '1001:0'}");
      ImageFixture wrong = configured("{'User': '1001'}");
      return MadeImage.example(haveUser("1001:0"), "have user \"1001:0\"", "user \"1001:0\"")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have user "1001:0"   → FAILED (1 finding) in image docker:shop
                    expected:  user "1001:0"
                    but was:   user "1001"
                    evidence:  CONFIG, field config.User, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have user "1001:0"   → FAILED (1 finding) in image docker:shop
                    expected:  not to have user "1001:0"
                    but was:   user "1001:0"
                    evidence:  CONFIG, field config.User, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveNumericUser extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'User': '1001:app'}");
      ImageFixture wrong = configured("{'User': 'app:0'}");
      return MadeImage.example(haveNumericUser(), "have a numeric user", "a user id, such as 1001")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have a numeric user   → FAILED (1 finding) in image docker:shop
                    expected:  a user id, such as 1001
                    but was:   user "app:0"
                    evidence:  CONFIG, field config.User, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have a numeric user   → FAILED (1 finding) in image docker:shop
                    expected:  not to have a numeric user
                    but was:   user "1001:app"
                    evidence:  CONFIG, field config.User, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveVariable extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Env': ['LANG=C']}");
      ImageFixture wrong = configured("{'Env': ['LANGUAGE=C', 'LANG']}");
      return MadeImage.example(haveVariable("LANG"), "have variable LANG", "variable LANG")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have variable LANG   → FAILED (1 finding) in image docker:shop
                    expected:  variable LANG
                    but was:   no variable LANG
                    evidence:  CONFIG, field config.Env, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have variable LANG   → FAILED (1 finding) in image docker:shop
                    expected:  not to have variable LANG
                    but was:   variable LANG is set
                    evidence:  CONFIG, field config.Env, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveVariableOfValue extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Env': ['LANG=C', 'LANG=C.UTF-8']}");
      ImageFixture wrong = configured("{'Env': ['LANG=C.UTF-8', 'LANG=C']}");
      return MadeImage.example(
              haveVariable("LANG", "C.UTF-8"),
              "have variable LANG=C.UTF-8",
              "variable LANG=C.UTF-8")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have variable LANG=C.UTF-8   → FAILED (1 finding) in image docker:shop
                    expected:  variable LANG=C.UTF-8
                    but was:   variable LANG=C
                    evidence:  CONFIG, field config.Env, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have variable LANG=C.UTF-8   → FAILED (1 finding) in image docker:shop
                    expected:  not to have variable LANG=C.UTF-8
                    but was:   variable LANG=C.UTF-8
                    evidence:  CONFIG, field config.Env, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveVariableMatching extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Env': ['PATH=/usr/bin:/opt/shop/bin']}");
      ImageFixture wrong = configured("{'Env': ['PATH=/usr/bin', 'HOME=/opt/shop/bin']}");
      return MadeImage.example(
              haveVariableMatching("PATH", "(^|:)/opt/shop/bin"),
              "have variable PATH matching /(^|:)/opt/shop/bin/",
              "variable PATH matching /(^|:)/opt/shop/bin/")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have variable PATH matching /(^|:)/opt/shop/bin/   → FAILED (1 finding) in image docker:shop
                    expected:  variable PATH matching /(^|:)/opt/shop/bin/
                    but was:   variable PATH=/usr/bin
                    evidence:  CONFIG, field config.Env, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have variable PATH matching /(^|:)/opt/shop/bin/   → FAILED (1 finding) in image docker:shop
                    expected:  not to have variable PATH matching /(^|:)/opt/shop/bin/
                    but was:   variable PATH=/usr/bin:/opt/shop/bin
                    evidence:  CONFIG, field config.Env, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveLabel extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Labels': {'version': ''}}");
      ImageFixture wrong = configured("{'Labels': {'Version': '1'}}");
      return MadeImage.example(haveLabel("version"), "have label version", "label version")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have label version   → FAILED (1 finding) in image docker:shop
                    expected:  label version
                    but was:   no label version
                    evidence:  CONFIG, field config.Labels, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have label version   → FAILED (1 finding) in image docker:shop
                    expected:  not to have label version
                    but was:   label version=
                    evidence:  CONFIG, field config.Labels, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveLabelOfValue extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Labels': {'vendor': 'Shop'}}");
      ImageFixture wrong = configured("{'Labels': {'vendor': 'Shop Ltd'}}");
      return MadeImage.example(
              haveLabel("vendor", "Shop"), "have label vendor=Shop", "label vendor=Shop")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have label vendor=Shop   → FAILED (1 finding) in image docker:shop
                    expected:  label vendor=Shop
                    but was:   label vendor=Shop Ltd
                    evidence:  CONFIG, field config.Labels, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have label vendor=Shop   → FAILED (1 finding) in image docker:shop
                    expected:  not to have label vendor=Shop
                    but was:   label vendor=Shop
                    evidence:  CONFIG, field config.Labels, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveLabelMatching extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Labels': {'version': '1.4'}}");
      ImageFixture wrong = configured("{'Labels': {'version': '21.4'}}");
      return MadeImage.example(
              haveLabelMatching("version", "^1\\."),
              "have label version matching /^1\\./",
              "label version matching /^1\\./")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have label version matching /^1\\./   → FAILED (1 finding) in image docker:shop
                    expected:  label version matching /^1\\./
                    but was:   label version=21.4
                    evidence:  CONFIG, field config.Labels, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have label version matching /^1\\./   → FAILED (1 finding) in image docker:shop
                    expected:  not to have label version matching /^1\\./
                    but was:   label version=1.4
                    evidence:  CONFIG, field config.Labels, platform linux/amd64
                  """));
    }
  }
}
