package duixian.service.claim;

import duixian.policy.eval.Allowance;
import duixian.policy.value.Money;
import duixian.service.budget.Accounts;
import duixian.service.budget.Booking;
import duixian.service.claim.procedure.Step;
import duixian.service.claim.procedure.Transition;
import duixian.service.claim.submission.Snapshot;
import duixian.service.claim.submission.Submission;
import duixian.service.claim.submission.Submissions;
import duixian.service.party.BankAccounts;
import duixian.service.party.Credits;
import duixian.service.party.Person;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Everything that changes a case. Each act checks step, role, organisation and four eyes, changes
/// case, tasks and accounts, and is logged, all in one transaction; what cannot be done is a
/// [Refusal] or `budget.Exceeded` with a sentence, and then nothing happened.
public class Proceedings {
  private static final String BUDGET = "预算";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Claims claims;
  private final Submissions submissions;
  private final Course course;
  private final Accounts accounts;
  private final BankAccounts bank;
  private final Credits credits;

  Proceedings(
      JdbcClient jdbc,
      Clock clock,
      Claims claims,
      Submissions submissions,
      Course course,
      Accounts accounts,
      BankAccounts bank,
      Credits credits) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.claims = claims;
    this.submissions = submissions;
    this.course = course;
    this.accounts = accounts;
    this.bank = bank;
    this.credits = credits;
  }

  /// A case came to a step; published in its transaction.
  public record Moved(long claim, String number, String act, String step) {}

  /// Takes the snapshot and hands the case in; also after 补正, as the next version. The account must
  /// be one of the unit's. The answer carries the receipt.
  @Transactional
  public Submission submit(long id, long account, Person by) {
    var claim = claims.lock(id);
    var transition = course.permitted(claim, "提交", by, "");
    if (bank.of(claim.unit()).stream().noneMatch(one -> one.id() == account)) {
      throw new Refusal("请选择本单位登记的收款账户");
    }
    var snapshot =
        submissions
            .take(claim.matter(), account, by.id())
            .orElseThrow(() ->
                new Refusal(
                    "%s %s 在%d年已不是%s的对象；请核对事实后重新匹配"
                        .formatted(claim.entity(), claim.object(), claim.year(), claim.award())));
    jdbc.sql(
            "UPDATE claim SET version = version + 1, figure = :figure, ceiling = :ceiling,"
                + " submitted_at = coalesce(submitted_at, :at) WHERE id = :id")
        .param("figure", snapshot.figure())
        .param("ceiling", snapshot.ceiling())
        .param("at", now())
        .param("id", id)
        .update();
    var submitted = claims.claim(id);
    credits.take(submitted.subject(), "申报", claim.unit());
    course.move(
        submitted,
        transition,
        by,
        "",
        Map.of("version", submitted.version(), "receipt", snapshot.receipt()));
    return submissions.latest(id).orElseThrow();
  }

  /// An act that leads on from where a case is; `refusal` says why this person may not do it now,
  /// null when nothing stands against it.
  public record Choice(Transition transition, Step.Kind kind, @Nullable String refusal) {
    public boolean isOpen() {
      return refusal == null;
    }
  }

  /// What people can do next on a case, as it looks to that person. Acts of the program are not
  /// among them, nor are those of roles that the person does not hold.
  @Transactional(readOnly = true)
  public List<Choice> choices(Claim claim, Person by) {
    return course.choices(claim, by);
  }

  /// Whether the step is the person's now.
  @Transactional(readOnly = true)
  public boolean mayAct(Claim claim, Person by) {
    return course.choices(claim, by).stream().anyMatch(Choice::isOpen);
  }

  /// An act that only moves the case: 受理, 要求补正, 不予受理, 撤回, 通过, 退回, 不予支持.
  @Transactional
  public void act(long id, String act, Person by, String reason) {
    var claim = claims.lock(id);
    var transition = course.permitted(claim, act, by, reason);
    course.alone(claim, act);
    switch (transition.effect()) {
      case NONE -> {}
      case ACCEPT ->
          jdbc.sql("UPDATE claim SET accepted_at = :at WHERE id = :id AND accepted_at IS NULL")
              .param("at", now())
              .param("id", id)
              .update();
      case STOP -> {
        course.mendedOnce(claim, transition);
        jdbc.sql("UPDATE claim SET corrections = corrections + 1 WHERE id = :id")
            .param("id", id)
            .update();
      }
      case RELEASE -> release(claim, by);
      case SUBMIT, RESERVE, FUND, SETTLE, REVERSE -> throw new Refusal(act + "有专门的办理页面，请从那里办理");
    }
    course.move(claim, transition, by, reason, Map.of());
  }

  /// Grants at most the figure: caps, places and, with `budgetYear`, that year's budget are
  /// reserved in this transaction or `Exceeded` says which one bites. Less than the ceiling needs a
  /// reason.
  @Transactional
  public void decide(
      long id, Money granted, @Nullable Integer budgetYear, Person by, String reason) {
    var claim = claims.lock(id);
    var transition = course.permitted(claim, "审定", by, reason);
    var figure = claim.figure();
    var ceiling = claim.ceiling();
    if (figure == null || ceiling == null) {
      throw new Refusal("按提交时的事实，这件申报不是“可兑现”；须先退回补正事实，或不予支持");
    }
    if (granted.fen() <= 0) {
      throw new Refusal("审定金额应大于零；一分不给请用“不予支持”并写理由");
    }
    if (granted.fen() > figure) {
      throw new Refusal("审定金额不能超过按条款算出的" + new Money(figure).text());
    }
    if (granted.fen() < ceiling && reason.isBlank()) {
      throw new Refusal("低于核定上限" + new Money(ceiling).text() + "的，要写理由");
    }
    jdbc.sql(
            "UPDATE claim SET granted = :granted, decided_at = :at, budget_year = :year"
                + " WHERE id = :id")
        .param("granted", granted.fen())
        .param("at", now())
        .param("year", budgetYear)
        .param("id", id)
        .update();
    var detail = new HashMap<String, Object>();
    detail.put("granted", granted.fen());
    detail.put("version", claim.version());
    if (budgetYear != null) {
      detail.put("budget", budgetYear);
    }
    var bookings = bookings(claim, granted, budgetYear);
    course.move(
        claim, transition, by, reason, detail, () -> accounts.reserve(id, bookings, by.id()));
  }

  /// The notice of the case ended without an open objection.
  @Transactional
  public void noticeEnded(long id) {
    var claim = claims.lock(id);
    var transition = course.permitted(claim, "公示期满", Person.SYSTEM, "");
    course.move(claim, transition, Person.SYSTEM, "", Map.of());
  }

  /// An objection was right: what was reserved is free and the case is decided again.
  @Transactional
  public void objectionUpheld(long id, Person by, String reason) {
    var claim = claims.lock(id);
    var transition = course.permitted(claim, "异议成立", by, reason);
    release(claim, by);
    course.move(claim, transition, by, reason, Map.of());
  }

  /// The case's money is in that year's budget: reserved now unless the decision did.
  @Transactional
  public void fund(long id, int year, Person by) {
    var claim = claims.lock(id);
    var transition = course.permitted(claim, "批复", by, "");
    var reserved = claim.budgetYear();
    if (reserved != null && reserved != year) {
      throw new Refusal("审定时已经占用" + reserved + "年度预算");
    }
    if (reserved == null) {
      accounts.reserve(id, List.of(budget(year, claim.grant())), by.id());
      jdbc.sql("UPDATE claim SET budget_year = :year WHERE id = :id")
          .param("year", year)
          .param("id", id)
          .update();
    }
    course.move(claim, transition, by, "", Map.of("budget", year));
  }

  /// The case is in a plan.
  @Transactional
  public void issued(long id, String plan, Person by) {
    var claim = claims.lock(id);
    course.move(claim, course.permitted(claim, "下达", by, ""), by, "", Map.of("plan", plan));
  }

  /// The bank says that the money arrived.
  @Transactional
  public void paid(long id, String order) {
    var claim = claims.lock(id);
    var transition = course.permitted(claim, "到账", Person.SYSTEM, "");
    accounts.settle(id, Person.SYSTEM.id());
    jdbc.sql("UPDATE claim SET paid_at = :at WHERE id = :id")
        .param("at", now())
        .param("id", id)
        .update();
    course.move(claim, transition, Person.SYSTEM, "", Map.of("order", order));
  }

  /// The money is claimed back: caps, places and budget are restored.
  @Transactional
  public void recovered(long id, Money interest, Person by, String reason) {
    var claim = claims.lock(id);
    var transition = course.permitted(claim, "追回", by, reason);
    accounts.reverse(id, by.id());
    course.move(
        claim,
        transition,
        by,
        reason,
        Map.of("principal", claim.grant().fen(), "interest", interest.fen()));
  }

  private void release(Claim claim, Person by) {
    accounts.release(claim.id(), by.id());
    jdbc.sql(
            "UPDATE claim SET granted = NULL, decided_at = NULL, budget_year = NULL WHERE id = :id")
        .param("id", claim.id())
        .update();
  }

  private List<Booking> bookings(Claim claim, Money granted, @Nullable Integer year) {
    var bookings = new ArrayList<Booking>();
    submissions.allowances(claim.matter()).stream()
        .map(allowance -> booking(allowance, granted))
        .forEach(bookings::add);
    if (year != null) {
      bookings.add(budget(year, granted));
    }
    return bookings;
  }

  private static Booking budget(int year, Money amount) {
    return new Booking(Booking.Kind.BUDGET, BUDGET, year + "年度", amount.fen(), null);
  }

  static Booking booking(Allowance allowance, Money granted) {
    var key = Snapshot.key(allowance);
    return switch (allowance.kind()) {
      case FEN ->
          new Booking(Booking.Kind.CAP, allowance.name(), key, granted.fen(), allowance.most());
      case PLACES -> new Booking(Booking.Kind.PLACES, allowance.name(), key, 1, allowance.most());
    };
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
