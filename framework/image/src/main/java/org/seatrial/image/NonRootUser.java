package org.seatrial.image;

import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;
import org.seatrial.check.Request;
import org.seatrial.check.account.Accounts;
import org.seatrial.check.account.AccountsRequest;
import org.seatrial.check.account.User;
import org.seatrial.image.oci.RunConfig;

/** That the configured user is not root: neither by number nor by what passwd says of the name. */
final class NonRootUser {

  /**
   * The highest user id that engines take. A higher one is refused, or loses its upper bits, so
   * that it may become root's.
   */
  private static final long HIGHEST = Integer.MAX_VALUE;

  private static final String EXPECTED = "a user other than root";
  private static final String REMEDY = "add USER 1001 to the last build stage";

  private NonRootUser() {}

  /** Return what is needed besides the configuration. */
  static Set<Request<?>> requests(ImageSummary image) {
    String name = name(image.config().run());
    return name.isEmpty() || isNumber(name) ? Set.of() : Set.of(new AccountsRequest());
  }

  static Judgement judge(ImageSummary image, Facts facts) {
    RunConfig run = image.config().run();
    String name = name(run);
    String shown = Printable.quoted(run.user());
    Evidence evidence = ConfigConditions.evidence(image, "config.User");
    if (name.isEmpty()) {
      return violated(shown + " (empty means root, uid 0)", REMEDY, evidence);
    }
    return isNumber(name)
        ? numbered(number(name), shown, evidence)
        : named(name, facts.get(new AccountsRequest()), evidence);
  }

  private static Judgement numbered(long uid, String shown, Evidence evidence) {
    if (uid == 0) {
      return violated(shown + " (uid 0 is root)", REMEDY, evidence);
    }
    return uid > HIGHEST ? tooHigh(shown, evidence) : Judgement.holds(shown, evidence);
  }

  private static Judgement named(String name, Answer<Accounts> accounts, Evidence evidence) {
    if (accounts instanceof Unknown<Accounts> unknown) {
      return Judgement.undetermined(unknown);
    }
    Optional<User> user =
        accounts instanceof Known<Accounts> known ? known.value().user(name) : Optional.empty();
    String quoted = Printable.quoted(name);
    if (user.isEmpty()) {
      String remedy = "add the account to the image, or give its number";
      return violated(quoted + ", which is not in the image's passwd", remedy, evidence);
    }
    long uid = user.get().uid();
    String shown = quoted + " (uid " + uid + ")";
    if (uid == 0) {
      return violated(shown, REMEDY, evidence);
    }
    return uid > HIGHEST ? tooHigh(shown, evidence) : Judgement.holds(shown, evidence);
  }

  private static Judgement tooHigh(String shown, Evidence evidence) {
    return violated(
        shown + ", which engines refuse or take for another user, root among them",
        "give a user id of at most " + HIGHEST,
        evidence);
  }

  private static Judgement violated(String actual, String remedy, Evidence evidence) {
    return Judgement.violated(Finding.of(EXPECTED, actual, evidence).perhaps(remedy));
  }

  /** Return the user without its group, as written; empty for root. */
  static String name(RunConfig run) {
    return run.user().split(":", 2)[0];
  }

  /** Tell whether a user is given by number. */
  static boolean isNumber(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Return the number that digits are, of any length; too high ones are some number too high. */
  private static long number(String digits) {
    long number = 0;
    for (int i = 0; i < digits.length() && number <= HIGHEST; i++) {
      number = number * 10 + (digits.charAt(i) - '0');
    }
    return number;
  }
}
