package duixian.service.claim.web.account;

import duixian.policy.value.Money;
import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.budget.Accounts;
import duixian.service.budget.Booking;
import duixian.service.claim.Refusal;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sets the budget of a year or the amount of a source, as an act in the log.
@Component
class BudgetSetting {
  private final Accounts accounts;
  private final AuditLog audit;

  BudgetSetting(Accounts accounts, AuditLog audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  /// A budget of a year or a source as a row of an import says it.
  record Amount(boolean source, String key, Money bound) {}

  /// All or none. Throws Refusal, and Exceeded below what is used.
  @Transactional
  public void set(List<Amount> amounts, Person by) {
    amounts.forEach(one -> set(one.source() ? "source" : "budget", one.key(), one.bound(), by));
  }

  /// `kind` is budget or source. Throws Refusal, and Exceeded below what is used.
  @Transactional
  public void set(String kind, String key, Money bound, Person by) {
    if (!by.is(Role.FINANCE)) {
      throw new Refusal("预算由资金科室设定");
    }
    if (bound.fen() < 0) {
      throw new Refusal("预算不能小于零");
    }
    var source = kind.equals("source");
    if (!source && !key.matches("20[0-9]{2}年度")) {
      throw new Refusal("预算年度应写成 2026年度");
    }
    if (key.isEmpty()) {
      throw new Refusal("资金来源要写名称");
    }
    accounts.open(
        source ? Booking.Kind.SOURCE : Booking.Kind.BUDGET, source ? "资金来源" : "预算", key, bound);
    audit.record(
        new Act(by.id(), "设定预算", (source ? "来源 " : "预算 ") + key, Map.of("bound", bound.fen())));
  }
}
