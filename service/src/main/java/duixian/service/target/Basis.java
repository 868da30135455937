package duixian.service.target;

import duixian.service.fact.FactStore;
import duixian.service.law.Laws;
import java.time.LocalDate;
import java.util.List;

/// All that the measured targets rest on.
record Basis(LocalDate day, String policy, List<Laws.Choice> choices, FactStore.Newest facts) {
  static Basis of(LocalDate day, Laws laws, FactStore facts) {
    var policy = laws.inForce();
    return new Basis(day, policy.version(), laws.choices(policy.name()), facts.newest());
  }
}
