package org.seatrial.image;

import static org.seatrial.image.ConfigConditions.beFor;
import static org.seatrial.image.ConfigConditions.expose;
import static org.seatrial.image.ConfigConditions.exposeOnlyUnprivilegedPorts;
import static org.seatrial.image.ConfigConditions.haveHealthCheck;
import static org.seatrial.image.ConfigConditions.haveHealthCheckEvery;
import static org.seatrial.image.MadeImage.configured;
import static org.seatrial.image.MadeImage.message;
import static org.seatrial.image.MadeImage.place;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.image.fixture.ImageFixture;

/** The conditions on ports, health check and platform of an image, by the contract. */
class PortsAndHealthTest {

  @TempDir Path temp;

  @Nested
  class ExposeTcp extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'ExposedPorts': {'8080': {}}}");
      ImageFixture wrong = configured("{'ExposedPorts': {'8080/udp': {}, '80/tcp': {}}}");
      return MadeImage.example(expose(8080), "expose 8080/tcp", "exposed port 8080/tcp")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should expose 8080/tcp   → FAILED (1 finding) in image docker:shop
                    expected:  exposed port 8080/tcp
                    but was:   exposed ports 8080/udp, 80/tcp
                    evidence:  CONFIG, field config.ExposedPorts, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not expose 8080/tcp   → FAILED (1 finding) in image docker:shop
                    expected:  not to expose 8080/tcp
                    but was:   exposed ports 8080/tcp
                    evidence:  CONFIG, field config.ExposedPorts, platform linux/amd64
                  """));
    }
  }

  @Nested
  class ExposeUdp extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'ExposedPorts': {'50-60/UDP': {}}}");
      ImageFixture wrong = configured("{}");
      return MadeImage.example(expose(53, "udp"), "expose 53/udp", "exposed port 53/udp")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should expose 53/udp   → FAILED (1 finding) in image docker:shop
                    expected:  exposed port 53/udp
                    but was:   no exposed ports
                    evidence:  CONFIG, field config.ExposedPorts, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not expose 53/udp   → FAILED (1 finding) in image docker:shop
                    expected:  not to expose 53/udp
                    but was:   exposed ports 50-60/udp
                    evidence:  CONFIG, field config.ExposedPorts, platform linux/amd64
                  """));
    }
  }

  @Nested
  class ExposeOnlyUnprivilegedPorts extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'ExposedPorts': {'1024/tcp': {}, '5000-5010/udp': {}}}");
      ImageFixture wrong = configured("{'ExposedPorts': {'1000-2000/udp': {}}}");
      return MadeImage.example(
              exposeOnlyUnprivilegedPorts(),
              "expose only ports from 1024 on",
              "no exposed port below 1024")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should expose only ports from 1024 on   → FAILED (1 finding) in image docker:shop
                    expected:  no exposed port below 1024
                    but was:   exposed ports 1000-2000/udp
                    evidence:  CONFIG, field config.ExposedPorts, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not expose only ports from 1024 on   → FAILED (1 finding) in image docker:shop
                    expected:  not to expose only ports from 1024 on
                    but was:   exposed ports 1024/tcp, 5000-5010/udp
                    evidence:  CONFIG, field config.ExposedPorts, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveHealthCheck extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Healthcheck': {'Test': ['CMD-SHELL', 'shop ping']}}");
      ImageFixture wrong = configured("{}");
      return MadeImage.example(haveHealthCheck(), "have a health check", "a health check")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have a health check   → FAILED (1 finding) in image docker:shop
                    expected:  a health check
                    but was:   no health check
                    evidence:  CONFIG, field config.Healthcheck, platform linux/amd64
                    perhaps:   add HEALTHCHECK to the last build stage; if it is there, build in Docker's format: builders such as Buildah drop it from the OCI format
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have a health check   → FAILED (1 finding) in image docker:shop
                    expected:  not to have a health check
                    but was:   health check ["CMD-SHELL", "shop ping"]
                    evidence:  CONFIG, field config.Healthcheck, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveHealthCheckOfWords extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Healthcheck': {'Test': ['CMD', 'ping']}}");
      ImageFixture wrong = configured("{'Healthcheck': {'Test': ['CMD-SHELL', 'ping']}}");
      return MadeImage.example(
              haveHealthCheck("CMD", "ping"),
              "have health check [\"CMD\", \"ping\"]",
              "health check [\"CMD\", \"ping\"]")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have health check ["CMD", "ping"]   → FAILED (1 finding) in image docker:shop
                    expected:  health check ["CMD", "ping"]
                    but was:   health check ["CMD-SHELL", "ping"]
                    evidence:  CONFIG, field config.Healthcheck, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have health check ["CMD", "ping"]   → FAILED (1 finding) in image docker:shop
                    expected:  not to have health check ["CMD", "ping"]
                    but was:   health check ["CMD", "ping"]
                    evidence:  CONFIG, field config.Healthcheck, platform linux/amd64
                  """));
    }
  }

  @Nested
  class HaveHealthCheckEvery extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{'Healthcheck': {'Test': ['CMD', 'ping']}}");
      ImageFixture wrong =
          configured("{'Healthcheck': {'Test': ['CMD', 'ping'], 'Interval': 60000000000}}");
      return MadeImage.example(
              haveHealthCheckEvery(Duration.ofSeconds(30)),
              "have a health check at least every PT30S",
              "a health check at least every PT30S")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have a health check at least every PT30S   → FAILED (1 finding) in image docker:shop
                    expected:  a health check at least every PT30S
                    but was:   a health check every PT1M
                    evidence:  CONFIG, field config.Healthcheck, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have a health check at least every PT30S   → FAILED (1 finding) in image docker:shop
                    expected:  not to have a health check at least every PT30S
                    but was:   a health check every PT30S
                    evidence:  CONFIG, field config.Healthcheck, platform linux/amd64
                  """));
    }
  }

  @Nested
  class BeFor extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = configured("{}").withPlatform("linux/arm64/v8");
      ImageFixture wrong = configured("{}");
      return MadeImage.example(beFor("aarch64"), "be for linux/arm64", "platform linux/arm64")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should be for linux/arm64   → FAILED (1 finding) in image docker:shop
                    expected:  platform linux/arm64
                    but was:   platform linux/amd64
                    evidence:  CONFIG, field os and architecture, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not be for linux/arm64   → FAILED (1 finding) in image docker:shop
                    expected:  not to be for linux/arm64
                    but was:   platform linux/arm64
                    evidence:  CONFIG, field os and architecture, platform linux/arm64/v8
                  """));
    }
  }
}
