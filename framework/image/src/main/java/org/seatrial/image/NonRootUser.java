package org.seatrial.image;

import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Condition;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;
import org.seatrial.check.Request;
import org.seatrial.check.account.Accounts;
import org.seatrial.check.account.AccountsRequest;
import org.seatrial.check.account.User;

/** That the configured user is not root: neither by number nor by what passwd says of the name. */
record NonRootUser() implements Condition<ImageSummary> {

  private static final String EXPECTED = "a user other than root";
  private static final String REMEDY = "add USER 1001 to the last build stage";

  @Override
  public String phrase() {
    return "run as non-root";
  }

  @Override
  public Set<Request<?>> needs(ImageSummary observed) {
    return isNumber(name(observed)) ? Set.of() : Set.of(new AccountsRequest());
  }

  @Override
  public Judgement judge(Answer<? extends ImageSummary> observed, Facts facts) {
    return observed.fold(
        known -> judge(known.value(), facts),
        absent -> Judgement.violated(Finding.of(EXPECTED, "nothing is there", absent.evidence())),
        unknown -> Judgement.undetermined(unknown.why()));
  }

  private static Judgement judge(ImageSummary image, Facts facts) {
    String written = image.config().run().user();
    String name = name(image);
    Evidence evidence = ConfigConditions.evidence(image, "config.User");
    if (name.isEmpty() || isNumber(name)) {
      boolean root = name.chars().allMatch(c -> c == '0');
      String shown =
          Printable.quoted(written)
              + (name.isEmpty() ? " (empty means root, uid 0)" : root ? " (uid 0 is root)" : "");
      return root
          ? Judgement.violated(Finding.of(EXPECTED, shown, evidence).perhaps(REMEDY))
          : Judgement.holds(shown, evidence);
    }
    return named(name, facts.get(new AccountsRequest()), evidence);
  }

  private static Judgement named(String name, Answer<Accounts> accounts, Evidence evidence) {
    if (accounts instanceof Unknown<Accounts> unknown) {
      return Judgement.undetermined(unknown.why());
    }
    Optional<User> user =
        accounts instanceof Known<Accounts> known ? known.value().user(name) : Optional.empty();
    String shown =
        Printable.quoted(name)
            + user.map(u -> " (uid " + u.uid() + ")")
                .orElse(", which is not in the image's passwd");
    if (user.isPresent() && user.get().uid() != 0) {
      return Judgement.holds(shown, evidence);
    }
    String remedy = user.isPresent() ? REMEDY : "add the account to the image, or give its number";
    return Judgement.violated(Finding.of(EXPECTED, shown, evidence).perhaps(remedy));
  }

  private static String name(ImageSummary image) {
    return image.config().run().user().split(":", 2)[0];
  }

  private static boolean isNumber(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
