package org.seatrial.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.image.ConfigConditions.beFor;
import static org.seatrial.image.ConfigConditions.expose;
import static org.seatrial.image.ConfigConditions.exposeOnlyUnprivilegedPorts;
import static org.seatrial.image.ConfigConditions.haveCommand;
import static org.seatrial.image.ConfigConditions.haveEntrypoint;
import static org.seatrial.image.ConfigConditions.haveHealthCheck;
import static org.seatrial.image.ConfigConditions.haveHealthCheckEvery;
import static org.seatrial.image.ConfigConditions.haveLabelMatching;
import static org.seatrial.image.ConfigConditions.haveNumericUser;
import static org.seatrial.image.ConfigConditions.haveShellCommand;
import static org.seatrial.image.ConfigConditions.haveVariable;
import static org.seatrial.image.ConfigConditions.haveVariableMatching;
import static org.seatrial.image.MadeImage.configured;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Condition;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.image.fixture.ImageFixture;

/** What configurations hold that is easily taken for something else. */
class ConfigTrapsTest {

  @TempDir Path temp;

  private void assertPasses(Condition<ImageSummary> condition, ImageFixture image) {
    Verdict verdict = MadeImage.verdict(condition, image, temp);
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.PASSED);
  }

  private void assertFails(Condition<ImageSummary> condition, ImageFixture image, String actual) {
    Verdict verdict = MadeImage.verdict(condition, image, temp);
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.findings().get(0).actual()).isEqualTo(actual);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":0", ":", "-1", "1 000", "app", "+1001"})
  void no_number_is_a_numeric_user(String user) {
    assertFails(haveNumericUser(), configured("{'User': '" + user + "'}"), "user \"" + user + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000:", "1000:0", "0"})
  void a_number_is_a_numeric_user_whatever_the_group(String user) {
    assertPasses(haveNumericUser(), configured("{'User': '" + user + "'}"));
  }

  @Test
  void arguments_are_compared_before_they_are_made_fit_to_be_shown() {
    ImageFixture feed = configured("{'Cmd': ['printf', 'a\\n']}");
    assertPasses(haveCommand("printf", "a\n"), feed);
    assertFails(
        haveCommand("printf", "a\\n"),
        feed,
        "command [\"printf\", \"a\\n\"], which differs in what is escaped or cut here");
    String start = "x".repeat(5_000);
    ImageFixture script = configured("{'Entrypoint': ['" + start + "y']}");
    assertPasses(haveEntrypoint(start + "y"), script);
    assertFails(
        haveEntrypoint(start + "z"),
        script,
        "entrypoint [\""
            + "x".repeat(900)
            + "… (4101 more characters)\"], which differs in what is escaped or cut here");
  }

  @Test
  void exec_form_and_shell_form_are_two_things() {
    ImageFixture image = configured("{'Cmd': ['/bin/sh', '-c', 'shop', 'serve']}");
    assertFails(
        haveShellCommand("shop"), image, "command [\"/bin/sh\", \"-c\", \"shop\", \"serve\"]");
    assertPasses(
        haveShellCommand("shop"), configured("{'Cmd': ['/bin/sh', '-c', 'shop'], 'Shell': null}"));
    assertPasses(
        haveCommand("/bin/sh", "-c", "shop"), configured("{'Cmd': ['/bin/sh', '-c', 'shop']}"));
  }

  @Test
  void variables_are_what_a_process_would_see() {
    ImageFixture image =
        configured("{'Env': ['A=1', 'B', '=C', 'D=', 'E=x=y', 'A=2', 'A', 'a=3']}");
    assertPasses(haveVariable("A", "2"), image);
    assertFails(haveVariable("A", "1"), image, "variable A=2");
    assertFails(haveVariable("B"), image, "no variable B");
    assertFails(haveVariable("C"), image, "no variable C");
    assertPasses(haveVariable("D"), image);
    assertPasses(haveVariable("D", ""), image);
    assertPasses(haveVariable("E", "x=y"), image);
    assertPasses(haveVariableMatching("D", "^$"), image);
    assertFails(haveVariableMatching("B", "^$"), image, "no variable B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DB_PASSWORD", "db_passwd", "API_TOKEN", "aws_secret", "SSH_KEY"})
  void what_may_be_a_secret_is_not_shown(String name) {
    ImageFixture image = configured("{'Env': ['" + name + "=hunter2']}");
    String shown = "variable " + name + "=(not shown)";
    assertFails(haveVariable(name, "x"), image, shown);
    assertFails(haveVariableMatching(name, "x"), image, shown);
    assertFails(not(haveVariableMatching(name, "^h")), image, shown);
    assertFails(not(haveVariable(name)), image, "variable " + name + " is set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A=B", "="})
  void a_variable_that_no_process_can_have_is_refused(String name) {
    String message = "name of a variable must be some text without =, but was \"" + name + "\"";
    assertThatThrownBy(() -> haveVariable(name)).hasMessage(message);
    assertThatThrownBy(() -> haveVariable(name, "x")).hasMessage(message);
    assertThatThrownBy(() -> haveVariableMatching(name, "x")).hasMessage(message);
  }

  @Test
  void what_is_no_expression_is_refused() {
    assertThatThrownBy(() -> haveVariableMatching("A", "(?=x)"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("regex must have RE2's syntax: ");
    assertThatThrownBy(() -> haveLabelMatching("a", "["))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("regex must have RE2's syntax: ");
  }

  @Test
  void a_port_that_cannot_be_declared_is_refused() {
    assertThatThrownBy(() -> expose(0)).hasMessage("port must be from 1 to 65535, but was 0");
    assertThatThrownBy(() -> expose(65_536))
        .hasMessage("port must be from 1 to 65535, but was 65536");
    assertThatThrownBy(() -> expose(53, "UDP"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("protocol must be tcp, udp or sctp, but was \"UDP\"");
  }

  @Test
  void a_range_has_its_ends_and_no_more() {
    ImageFixture image = configured("{'ExposedPorts': {'8000-8010/tcp': {}}}");
    assertPasses(expose(8000), image);
    assertPasses(expose(8010), image);
    assertPasses(not(expose(7999)), image);
    assertPasses(not(expose(8011)), image);
    assertPasses(not(expose(8005, "udp")), image);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/tcp", "70000/tcp", "http/tcp", "80/", "", "8080/quic", "9000-8000"})
  void what_is_no_port_is_not_passed_over(String entry) {
    ImageFixture image = configured("{'ExposedPorts': {'8080/tcp': {}, '" + entry + "': {}}}");
    assertFails(
        exposeOnlyUnprivilegedPorts(),
        image,
        "exposed ports 8080/tcp, \"" + entry + "\" (no port)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/tcp", "1023/udp", "1023", "53/sctp", "80-9000/tcp"})
  void every_low_port_counts(String entry) {
    ImageFixture image = configured("{'ExposedPorts': {'" + entry + "': {}}}");
    assertPasses(not(exposeOnlyUnprivilegedPorts()), image);
  }

  @Test
  void a_health_check_that_is_switched_off_is_none() {
    ImageFixture off = configured("{'Healthcheck': {'Test': ['NONE']}}");
    String actual = "health check [\"NONE\"], which switches it off";
    assertFails(haveHealthCheck(), off, actual);
    assertFails(haveHealthCheckEvery(Duration.ofHours(1)), off, actual);
    assertFails(haveHealthCheck("CMD", "ping"), off, actual);
    assertPasses(haveHealthCheck("NONE"), off);
    ImageFixture inherited = configured("{'Healthcheck': {'Interval': 1000000000}}");
    assertFails(haveHealthCheckEvery(Duration.ofHours(1)), inherited, "no health check");
  }

  @Test
  void the_version_of_a_system_counts_only_where_it_is_given() {
    ImageFixture image = configured("{}").withPlatform("windows(10.0.17763.1)/amd64");
    assertPasses(beFor("windows/amd64"), image);
    assertPasses(beFor("windows(10.0.17763.1)/x86_64"), image);
    assertFails(
        beFor("windows(10.0.20348.1)/amd64"), image, "platform windows(10.0.17763.1)/amd64");
    assertFails(beFor("linux/amd64"), image, "platform windows(10.0.17763.1)/amd64");
    ImageFixture old = configured("{}").withPlatform("linux/arm/v6");
    assertFails(beFor("linux/arm/v7"), old, "platform linux/arm/v6");
    assertFails(beFor("linux/arm"), old, "platform linux/arm/v6");
  }
}
