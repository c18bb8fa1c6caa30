package org.seatrial.check.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.seatrial.check.InspectionException;

/** Files of accounts, whatever they hold: the accounts, or one kind of error. */
class AccountsFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void accounts(byte[] bytes) {
    String[] files = new String(bytes, StandardCharsets.UTF_8).split("\0", 2);
    try {
      Accounts accounts = Accounts.parse(files[0], files.length == 2 ? files[1] : "");
      assertThat(accounts.users()).allMatch(user -> accounts.user(user.name()).isPresent());
      assertThat(accounts.groups()).allMatch(group -> accounts.group(group.gid()).isPresent());
      assertThat(accounts.malformed()).hasSizeLessThanOrEqualTo(AccountFile.MALFORMED);
    } catch (InspectionException e) {
      assertThat(e.getMessage()).startsWith("/etc/");
    }
  }
}
