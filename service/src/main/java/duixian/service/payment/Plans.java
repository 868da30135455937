package duixian.service.payment;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Refusal;
import duixian.service.claim.submission.Submissions;
import duixian.service.database.Found;
import duixian.service.party.BankAccounts;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Issues plans: each makes the payment orders of its claims.
public class Plans {
  private static final String STEP = "下达";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Claims claims;
  private final Proceedings proceedings;
  private final Submissions submissions;
  private final Parties parties;
  private final BankAccounts bank;
  private final AuditLog audit;

  Plans(
      JdbcClient jdbc,
      Clock clock,
      Claims claims,
      Proceedings proceedings,
      Submissions submissions,
      Parties parties,
      BankAccounts bank,
      AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.claims = claims;
    this.proceedings = proceedings;
    this.submissions = submissions;
    this.parties = parties;
    this.bank = bank;
    this.audit = audit;
  }

  public List<Plan> all() {
    return Found.all(
        jdbc.sql("SELECT id, number, title, issued_at, issued_by FROM plan ORDER BY id DESC")
            .query(Plan.class));
  }

  public Optional<Plan> find(long id) {
    return jdbc.sql("SELECT id, number, title, issued_at, issued_by FROM plan WHERE id = :id")
        .param("id", id)
        .query(Plan.class)
        .optional();
  }

  /// Claims that have their money and wait for a plan, the oldest first.
  public List<Claim> waiting(int most) {
    return claims.at(STEP, most);
  }

  public long waitingCount() {
    return claims.sum(STEP).count();
  }

  public List<PaymentOrder> orders(long plan) {
    return Found.all(
        jdbc.sql("SELECT * FROM payment_order WHERE plan = :plan ORDER BY id")
            .param("plan", plan)
            .query(PaymentOrder.class));
  }

  /// Issues a plan for claims at 下达; each needs a verified account. Throws Refusal.
  @Transactional
  public Plan issue(String number, String title, List<Long> which, Person by) {
    if (which.isEmpty()) {
      throw new Refusal("没有选择要下达的申报");
    }
    var plan = insert(number, title, by);
    which.stream().sorted().forEach(id -> order(plan, id, by));
    audit.record(new Act(by.id(), "下达计划", "计划 " + number, Map.of("title", title, "claims", which)));
    return plan;
  }

  private Plan insert(String number, String title, Person by) {
    try {
      return jdbc.sql(
              "INSERT INTO plan (number, title, issued_at, issued_by)"
                  + " VALUES (:number, :title, :at, :by) RETURNING *")
          .param("number", number)
          .param("title", title)
          .param("at", Timestamp.from(clock.instant()))
          .param("by", by.id())
          .query(Plan.class)
          .single();
    } catch (DuplicateKeyException e) {
      throw new Refusal("文号“" + number + "”已经用过，请核对");
    }
  }

  private void order(Plan plan, long id, Person by) {
    proceedings.issued(id, plan.number(), by);
    var claim = claims.claim(id);
    var account = submissions.latest(id).orElseThrow().account();
    if (account == null || bank.find(account).filter(one -> one.isVerified()).isEmpty()) {
      throw new Refusal("申报 " + claim.number() + " 的收款账户还没有核实，不能下达");
    }
    var payee = parties.organisation(claim.unit()).map(Organisation::name).orElse(claim.unit());
    jdbc.sql(
            "INSERT INTO payment_order (plan, claim, number, payee, account, amount, state,"
                + " ordered_at) VALUES (:plan, :claim, :number, :payee, :account, :amount, '待发送',"
                + " :at)")
        .param("plan", plan.id())
        .param("claim", id)
        .param("number", "ZF" + claim.number())
        .param("payee", payee)
        .param("account", account)
        .param("amount", claim.grant().fen())
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }
}
