package duixian.service.payment;

import duixian.policy.value.Money;
import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.claim.Claim;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Refusal;
import duixian.service.database.Found;
import duixian.service.parameter.Interest;
import duixian.service.party.BankAccounts;
import duixian.service.party.Credits;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Sends orders to the bank and reads what it answers.
public class Payments {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Proceedings proceedings;
  private final BankAccounts bank;
  private final AuditLog audit;
  private final Credits credits;
  private final Interest interest;

  Payments(
      JdbcClient jdbc,
      Clock clock,
      Proceedings proceedings,
      BankAccounts bank,
      AuditLog audit,
      Credits credits,
      Interest interest) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.proceedings = proceedings;
    this.bank = bank;
    this.audit = audit;
    this.credits = credits;
    this.interest = interest;
  }

  /// What became of a feedback file: lines read before change nothing, lines that fit no order are
  /// complaints with their number.
  public record Reading(int paid, int failed, int repeated, List<String> complaints) {
    public Reading {
      complaints = List.copyOf(complaints);
    }
  }

  public List<PaymentOrder> inState(String state) {
    return Found.all(
        jdbc.sql("SELECT * FROM payment_order WHERE state = :state ORDER BY id")
            .param("state", state)
            .query(PaymentOrder.class));
  }

  public List<PaymentOrder> of(long claim) {
    return Found.all(
        jdbc.sql("SELECT * FROM payment_order WHERE claim = :claim ORDER BY id")
            .param("claim", claim)
            .query(PaymentOrder.class));
  }

  /// The orders of a plan as the bank takes them, from now on 已发送; asking again gives the same
  /// numbers. An order to a unit with a bad credit record is held: it stays 待发送 and says why.
  @Transactional
  public List<BankFile.Line> send(long plan, Person by) {
    financial(by);
    check(plan);
    var orders =
        Found.all(
            jdbc.sql(
                    """
                    UPDATE payment_order SET state = '已发送', sent_at = coalesce(sent_at, :at)
                    WHERE plan = :plan AND held IS NULL AND state IN ('待发送', '已发送') RETURNING *
                    """)
                .param("at", Timestamp.from(clock.instant()))
                .param("plan", plan)
                .query(PaymentOrder.class));
    var lines = new ArrayList<BankFile.Line>();
    for (var order : orders.stream().sorted((a, b) -> Long.compare(a.id(), b.id())).toList()) {
      var account = bank.find(order.account()).orElseThrow();
      lines.add(
          new BankFile.Line(
              order.number(),
              account.holder(),
              account.bank(),
              bank.open(order.account(), by.id(), "拨付 " + order.number()),
              order.money()));
    }
    audit.record(new Act(by.id(), "发送银行", "计划 " + plan, Map.of("orders", (long) lines.size())));
    return lines;
  }

  private record Due(long id, String number, String unit) {}

  private void check(long plan) {
    var due =
        Found.all(
            jdbc.sql(
                    """
                    SELECT o.id, c.number, c.unit FROM payment_order o JOIN claim c ON c.id = o.claim
                    WHERE o.plan = :plan AND o.state = '待发送' ORDER BY o.id FOR UPDATE OF o
                    """)
                .param("plan", plan)
                .query(Due.class));
    for (var order : due) {
      var standing = credits.take("申报 " + order.number(), "拨付", order.unit());
      jdbc.sql("UPDATE payment_order SET held = :held WHERE id = :id")
          .param("held", standing.bad() ? "信用核查未通过，暂停拨付：" + standing.sentence() : null)
          .param("id", order.id())
          .update();
    }
  }

  /// Reads the bank's answer. Either every line that fits counts, or on an error of ours none.
  @Transactional
  public Reading read(List<BankFile.Answer> answers, Person by) {
    financial(by);
    var complaints = new ArrayList<String>();
    var paid = 0;
    var failed = 0;
    var repeated = 0;
    for (var answer : answers) {
      var order = lock(answer.order());
      var complaint = complaint(answer, order);
      if (order.isEmpty() || !complaint.isEmpty()) {
        complaints.add(complaint);
      } else if (!isNew(answer, order.get(), by)) {
        repeated++;
      } else if (order.get().state().equals("已到账")) {
        complaints.add(wrong(answer, "指令号", "已经到账，银行又有不同的回单，请与银行核对"));
      } else if (answer.succeeded()) {
        settle(order.get());
        paid++;
      } else {
        fail(order.get(), answer);
        failed++;
      }
    }
    audit.record(
        new Act(
            by.id(),
            "读入回单",
            "银行回单",
            Map.of(
                "paid", paid, "failed", failed, "repeated", repeated, "wrong", complaints.size())));
    return new Reading(paid, failed, repeated, complaints);
  }

  /// A failed order is tried again on an account that may be another one; it gets a new number.
  @Transactional
  public void retry(long id, long account, Person by) {
    financial(by);
    var order =
        jdbc.sql(
                "UPDATE payment_order SET state = '已重开' WHERE id = :id AND state = '失败' RETURNING"
                    + " *")
            .param("id", id)
            .query(PaymentOrder.class)
            .optional()
            .orElseThrow(() -> new Refusal("只有失败的拨付可以重开"));
    if (bank.find(account).filter(one -> one.isVerified()).isEmpty()) {
      throw new Refusal("重开要用已核实的账户");
    }
    jdbc.sql(
            """
            INSERT INTO payment_order (plan, claim, number, payee, account, amount, state, ordered_at)
            SELECT plan, claim,
              :base || '-' || (SELECT count(*) + 1 FROM payment_order WHERE claim = :claim),
              payee, :account, amount, '待发送', :at
            FROM payment_order WHERE id = :id
            """)
        .param("base", order.number().replaceFirst("^(ZF[0-9]+-[0-9]+)-[0-9]+$", "$1"))
        .param("claim", order.claim())
        .param("account", account)
        .param("at", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
    audit.record(new Act(by.id(), "重开拨付", "拨付 " + order.number(), Map.of("account", account)));
  }

  /// What the rule asks for besides the money if it is claimed back today.
  public Interest.Owed interest(Claim claim) {
    var paid = claim.paidAt();
    if (paid == null) {
      throw new Refusal("申报 " + claim.number() + " 还没有拨付，谈不上追回");
    }
    return interest.on(
        claim.grant(), LocalDate.ofInstant(paid, clock.getZone()), LocalDate.now(clock));
  }

  /// Claims the money back: caps and budget are restored, interest is noted; the log also says what
  /// the rule asks for.
  @Transactional
  public void recover(long claim, Money owed, Person by, String reason) {
    financial(by);
    var rule = rule(claim);
    proceedings.recovered(claim, owed, by, reason);
    var principal =
        jdbc.sql("SELECT granted FROM claim WHERE id = :id").param("id", claim).query(Long.class);
    jdbc.sql(
            "INSERT INTO recovery (claim, principal, interest, reason, ordered_at, ordered_by)"
                + " VALUES (:claim, :principal, :interest, :reason, :at, :by)")
        .param("claim", claim)
        .param("principal", principal.single())
        .param("interest", owed.fen())
        .param("reason", reason)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by.id())
        .update();
    audit.record(
        new Act(
            by.id(),
            "追回计息",
            "追回 " + claim,
            Map.of("interest", owed.fen(), "rule", rule.amount().fen())));
  }

  private Interest.Owed rule(long claim) {
    return jdbc.sql("SELECT * FROM claim WHERE id = :id")
        .param("id", claim)
        .query(Claim.class)
        .optional()
        .map(this::interest)
        .orElseThrow(() -> new Refusal("没有这件申报"));
  }

  private Optional<PaymentOrder> lock(String number) {
    return jdbc.sql("SELECT * FROM payment_order WHERE number = :number FOR UPDATE")
        .param("number", number)
        .query(PaymentOrder.class)
        .optional();
  }

  private static String complaint(BankFile.Answer answer, Optional<PaymentOrder> order) {
    if (order.isEmpty()) {
      return answer.line().wrong("指令号", "没有指令“" + answer.order() + "”");
    }
    if (!answer.amount().equals(order.get().money())) {
      return answer
          .line()
          .wrong(
              "金额",
              "%s 的金额是%s，回单写的是%s"
                  .formatted(answer.order(), order.get().money().text(), answer.amount().text()));
    }
    return switch (order.get().state()) {
      case "待发送" -> wrong(answer, "指令号", "还没有发送给银行");
      case "已重开" -> wrong(answer, "指令号", "已经重开为新的指令");
      default -> "";
    };
  }

  private static String wrong(BankFile.Answer answer, String column, String how) {
    return answer.line().wrong(column, answer.order() + " " + how);
  }

  private boolean isNew(BankFile.Answer answer, PaymentOrder order, Person by) {
    return jdbc.sql(
                """
                INSERT INTO bank_feedback (line, payment_order, succeeded, message, read_at, read_by)
                VALUES (:line, :order, :succeeded, :message, :at, :by) ON CONFLICT DO NOTHING
                """)
            .param("line", answer.identity())
            .param("order", order.id())
            .param("succeeded", answer.succeeded())
            .param("message", answer.message())
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by.id())
            .update()
        > 0;
  }

  private void settle(PaymentOrder order) {
    answer(order, "已到账", null);
    proceedings.paid(order.claim(), order.number());
  }

  private void fail(PaymentOrder order, BankFile.Answer answer) {
    answer(order, "失败", answer.message());
  }

  private void answer(
      PaymentOrder order, String state, @org.jspecify.annotations.Nullable String failure) {
    jdbc.sql(
            "UPDATE payment_order SET state = :state, failure = :failure, answered_at = :at"
                + " WHERE id = :id")
        .param("state", state)
        .param("failure", failure)
        .param("at", Timestamp.from(clock.instant()))
        .param("id", order.id())
        .update();
  }

  private static void financial(Person by) {
    if (!by.is(Role.FINANCE)) {
      throw new Refusal("拨付由资金科室办理");
    }
  }
}
