package duixian.service.payment.web;

import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.submission.Submissions;
import duixian.service.party.BankAccounts;
import duixian.service.party.Masked;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.payment.PaymentOrder;
import duixian.service.payment.Payments;
import duixian.service.payment.Plans;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Gathers what the page of money shows.
@Component
class MoneyReading {
  private static final int SHOWN = 100;
  private static final int PLANS = 20;

  private final Plans plans;
  private final Payments payments;
  private final Ledger ledger;
  private final Claims claims;
  private final Submissions submissions;
  private final BankAccounts bank;
  private final Parties parties;

  MoneyReading(
      Plans plans,
      Payments payments,
      Ledger ledger,
      Claims claims,
      Submissions submissions,
      BankAccounts bank,
      Parties parties) {
    this.plans = plans;
    this.payments = payments;
    this.ledger = ledger;
    this.claims = claims;
    this.submissions = submissions;
    this.bank = bank;
    this.parties = parties;
  }

  /// With all that waits and all plans, or the first of each.
  MoneyPage page(Person person, boolean all) {
    var names = new Names(parties);
    var durations = ledger.durations();
    return new MoneyPage(
        person.is(Role.FINANCE),
        all,
        waiting(names, all ? Integer.MAX_VALUE : SHOWN),
        plans.waitingCount(),
        ledger.plans(all ? Integer.MAX_VALUE : PLANS),
        payments.inState("失败").stream().map(this::failure).toList(),
        payments.inState("待发送").stream()
            .filter(order -> order.held() != null)
            .map(order ->
                new MoneyPage.Held(
                    order.number(),
                    claims.claim(order.claim()).number(),
                    order.payee(),
                    order.amount(),
                    String.valueOf(order.held())))
            .toList(),
        durations,
        chart(durations.quarters()));
  }

  private List<MoneyPage.Waiting> waiting(Names names, int most) {
    var claims = plans.waiting(most);
    names.read(claims.stream().map(Claim::unit).toList());
    var accounts = submissions.accounts(claims.stream().map(Claim::id).toList());
    var verified = bank.verified(accounts.values());
    return claims.stream()
        .map(claim ->
            new MoneyPage.Waiting(
                claim.id(),
                claim.number(),
                names.unit(claim.unit()),
                claim.award(),
                claim.grant().fen(),
                isIn(verified, accounts.get(claim.id())) ? "" : "收款账户还没有核实"))
        .toList();
  }

  private static boolean isIn(Set<Long> verified, @Nullable Long account) {
    return account != null && verified.contains(account);
  }

  private MoneyPage.Failure failure(PaymentOrder order) {
    var claim = claims.claim(order.claim());
    return new MoneyPage.Failure(
        order.id(),
        order.number(),
        claim.number(),
        order.payee(),
        order.amount(),
        order.failure() == null ? "" : order.failure(),
        accounts(claim.unit()));
  }

  private List<MoneyPage.AccountRow> accounts(String unit) {
    return bank.of(unit).stream()
        .filter(BankAccounts.BankAccount::isVerified)
        .map(one ->
            new MoneyPage.AccountRow(
                one.id(), one.bank() + " " + Masked.account(one.tail()) + "（" + one.holder() + "）"))
        .toList();
  }

  private static String chart(List<MoneyPage.Quarter> quarters) {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "tooltip", Map.of("trigger", "axis"),
                "legend", Map.of("data", List.of("中位数", "九成以内")),
                "grid", Map.of("left", 48, "right", 16, "bottom", 30, "top", 36),
                "xAxis",
                    Map.of(
                        "type",
                        "category",
                        "data",
                        quarters.stream().map(MoneyPage.Quarter::name).toList()),
                "yAxis", Map.of("type", "value", "name", "天"),
                "series",
                    List.of(
                        series("中位数", "#1d4e89", quarters, MoneyPage.Quarter::median),
                        series("九成以内", "#8db4de", quarters, MoneyPage.Quarter::ninetieth))));
  }

  private static Map<String, Object> series(
      String name,
      String colour,
      List<MoneyPage.Quarter> quarters,
      Function<MoneyPage.Quarter, Number> days) {
    return Map.of(
        "name",
        name,
        "type",
        "bar",
        "barMaxWidth",
        40,
        "itemStyle",
        Map.of("color", colour),
        "data",
        quarters.stream().map(days).toList());
  }
}
