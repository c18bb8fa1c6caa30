package org.seatrial.image;

import static org.seatrial.image.ConfigConditions.haveCommand;
import static org.seatrial.image.ConfigConditions.haveEntrypoint;
import static org.seatrial.image.ConfigConditions.haveShellCommand;
import static org.seatrial.image.ConfigConditions.haveShellEntrypoint;
import static org.seatrial.image.ConfigConditions.haveStopSignal;
import static org.seatrial.image.ConfigConditions.haveVolume;
import static org.seatrial.image.ConfigConditions.haveWorkingDirectory;
import static org.seatrial.image.MadeImage.configured;
import static org.seatrial.image.MadeImage.message;
import static org.seatrial.image.MadeImage.place;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.image.fixture.ImageFixture;

/** The conditions on what an image starts, where and how, by the contract. */
class ProcessConditionsTest {

  @TempDir Path temp;

  @Nested
  class HaveEntrypoint extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Entrypoint': ['/entry', 'a b']}");
      ImageFixture wrong = configured("{'Entrypoint': ['/entry', 'a', 'b']}");
      return MadeImage.example(
              haveEntrypoint("/entry", "a b"),
              "have entrypoint [\"/entry\", \"a b\"]",
              "entrypoint [\"/entry\", \"a b\"]")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have entrypoint ["/entry", "a b"]   → FAILED (1 finding) in image docker:shop
                    expected:  entrypoint ["/entry", "a b"]
                    but was:   entrypoint ["/entry", "a", "b"]
                    evidence:  CONFIG, field config.Entrypoint, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have entrypoint ["/entry", "a b"]   → FAILED (1 finding) in image docker:shop
                    expected:  not to have entrypoint ["/entry", "a b"]
                    but was:   entrypoint ["/entry", "a b"]
                    evidence:  CONFIG, field config.Entrypoint, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveNoEntrypoint extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Entrypoint': null, 'Cmd': ['shop']}");
      ImageFixture wrong = configured("{'Entrypoint': '/entry'}");
      return MadeImage.example(haveEntrypoint(), "have entrypoint []", "entrypoint []")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have entrypoint []   → FAILED (1 finding) in image docker:shop
                    expected:  entrypoint []
                    but was:   entrypoint ["/entry"]
                    evidence:  CONFIG, field config.Entrypoint, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have entrypoint []   → FAILED (1 finding) in image docker:shop
                    expected:  not to have entrypoint []
                    but was:   entrypoint []
                    evidence:  CONFIG, field config.Entrypoint, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveShellEntrypoint extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Entrypoint': ['/bin/sh', '-c', 'exec shop']}");
      ImageFixture wrong = configured("{'Entrypoint': ['/bin/bash', '-c', 'exec shop']}");
      return MadeImage.example(
              haveShellEntrypoint("exec shop"),
              "have shell entrypoint \"exec shop\"",
              "shell entrypoint \"exec shop\"")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have shell entrypoint "exec shop"   → FAILED (1 finding) in image docker:shop
                    expected:  shell entrypoint "exec shop"
                    but was:   entrypoint ["/bin/bash", "-c", "exec shop"]
                    evidence:  CONFIG, field config.Entrypoint, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have shell entrypoint "exec shop"   → FAILED (1 finding) in image docker:shop
                    expected:  not to have shell entrypoint "exec shop"
                    but was:   shell entrypoint "exec shop"
                    evidence:  CONFIG, field config.Entrypoint, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveCommand extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Cmd': ['shop', 'serve']}");
      ImageFixture wrong = configured("{'Entrypoint': ['shop', 'serve']}");
      return MadeImage.example(
              haveCommand("shop", "serve"),
              "have command [\"shop\", \"serve\"]",
              "command [\"shop\", \"serve\"]")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have command ["shop", "serve"]   → FAILED (1 finding) in image docker:shop
                    expected:  command ["shop", "serve"]
                    but was:   command []
                    evidence:  CONFIG, field config.Cmd, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have command ["shop", "serve"]   → FAILED (1 finding) in image docker:shop
                    expected:  not to have command ["shop", "serve"]
                    but was:   command ["shop", "serve"]
                    evidence:  CONFIG, field config.Cmd, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveShellCommand extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right =
          configured("{'Shell': ['/bin/bash', '-ec'], 'Cmd': ['/bin/bash', '-ec', 'shop serve']}");
      ImageFixture wrong = configured("{'Cmd': ['/bin/sh', '-c', 'shop']}");
      return MadeImage.example(
              haveShellCommand("shop serve"),
              "have shell command \"shop serve\"",
              "shell command \"shop serve\"")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have shell command "shop serve"   → FAILED (1 finding) in image docker:shop
                    expected:  shell command "shop serve"
                    but was:   shell command "shop"
                    evidence:  CONFIG, field config.Cmd, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have shell command "shop serve"   → FAILED (1 finding) in image docker:shop
                    expected:  not to have shell command "shop serve"
                    but was:   shell command "shop serve"
                    evidence:  CONFIG, field config.Cmd, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveWorkingDirectory extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'WorkingDir': '/srv/shop'}");
      ImageFixture wrong = configured("{}");
      return MadeImage.example(
              haveWorkingDirectory("/srv/shop"),
              "have working directory \"/srv/shop\"",
              "working directory \"/srv/shop\"")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have working directory "/srv/shop"   → FAILED (1 finding) in image docker:shop
                    expected:  working directory "/srv/shop"
                    but was:   working directory ""
                    evidence:  CONFIG, field config.WorkingDir, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have working directory "/srv/shop"   → FAILED (1 finding) in image docker:shop
                    expected:  not to have working directory "/srv/shop"
                    but was:   working directory "/srv/shop"
                    evidence:  CONFIG, field config.WorkingDir, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveVolume extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Volumes': {'/data': {}, '/log': {}}}");
      ImageFixture wrong = configured("{'Volumes': {'/data/db': {}, '/log': {}}}");
      return MadeImage.example(haveVolume("/data"), "have volume /data", "volume /data")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have volume /data   → FAILED (1 finding) in image docker:shop
                    expected:  volume /data
                    but was:   volumes /data/db, /log
                    evidence:  CONFIG, field config.Volumes, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have volume /data   → FAILED (1 finding) in image docker:shop
                    expected:  not to have volume /data
                    but was:   volumes /data, /log
                    evidence:  CONFIG, field config.Volumes, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveStopSignal extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'StopSignal': 'SIGINT'}");
      ImageFixture wrong = configured("{'StopSignal': '2'}");
      return MadeImage.example(
              haveStopSignal("SIGINT"), "have stop signal \"SIGINT\"", "stop signal \"SIGINT\"")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have stop signal "SIGINT"   → FAILED (1 finding) in image docker:shop
                    expected:  stop signal "SIGINT"
                    but was:   stop signal "2"
                    evidence:  CONFIG, field config.StopSignal, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have stop signal "SIGINT"   → FAILED (1 finding) in image docker:shop
                    expected:  not to have stop signal "SIGINT"
                    but was:   stop signal "SIGINT"
                    evidence:  CONFIG, field config.StopSignal, platform linux/amd64
                  """));
    }
  }
}
