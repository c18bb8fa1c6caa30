package org.seatrial.check.account;

import java.util.LinkedHashSet;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.check.process.ProcessesRequest;
import org.seatrial.check.process.RunningProcess;

/**
 * Asks whether the application sees an entry for its user through nss_wrapper. Absent: no process
 * of an application is there. The variables are those of the application's own process: what is
 * executed beside it does not have them.
 */
record NssWrapperRequest() implements DerivedRequest<EntryTrail> {

  @Override
  public Set<Request<?>> sources() {
    return Set.of(new ProcessesRequest());
  }

  @Override
  public Set<Request<?>> furtherSources(Facts facts) {
    return PasswdEntryRequest.application(facts) instanceof Known<RunningProcess> known
        ? new LinkedHashSet<>(new NssWrapper(known.value()).requests())
        : Set.of();
  }

  @Override
  public Answer<EntryTrail> derive(Facts facts) {
    return PasswdEntryRequest.application(facts)
        .then(process -> new Known<>(new NssWrapper(process).trail(facts), process.evidence()));
  }
}
