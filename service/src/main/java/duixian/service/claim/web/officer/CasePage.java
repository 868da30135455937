package duixian.service.claim.web.officer;

import duixian.policy.trace.Explanation;
import duixian.service.claim.aside.Aside;
import duixian.service.claim.web.version.Mending;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case as an officer sees it. Amounts in fen; `proposal` is what could be granted now, in yuan
/// as text.
public record CasePage(
    Head head,
    String diagram,
    List<FactRow> facts,
    @Nullable Explanation explanation,
    String outcome,
    String receipt,
    List<RoomRow> rooms,
    long most,
    String proposal,
    List<EventRow> events,
    List<TaskRow> tasks,
    List<VersionRow> versions,
    @Nullable Mending mending,
    List<Documents.Document> documents,
    List<DrawRow> draws,
    List<JudgeRow> judges,
    List<CreditRow> credits,
    List<Aside> asides,
    List<ActRow> acts,
    List<Integer> years) {
  public CasePage {
    facts = List.copyOf(facts);
    rooms = List.copyOf(rooms);
    events = List.copyOf(events);
    tasks = List.copyOf(tasks);
    versions = List.copyOf(versions);
    documents = List.copyOf(documents);
    draws = List.copyOf(draws);
    judges = List.copyOf(judges);
    credits = List.copyOf(credits);
    asides = List.copyOf(asides);
    acts = List.copyOf(acts);
    years = List.copyOf(years);
  }

  /// What a case is and where it stands.
  public record Head(
      String number,
      String award,
      String clause,
      String entity,
      String object,
      int year,
      String unit,
      String unitName,
      String step,
      boolean over,
      String procedure,
      boolean matched,
      String clock,
      @Nullable LocalDate due,
      @Nullable Instant submittedAt,
      @Nullable Instant acceptedAt,
      @Nullable Instant decidedAt,
      @Nullable Instant paidAt,
      @Nullable Long figure,
      @Nullable Long ceiling,
      @Nullable Long granted,
      @Nullable Integer budgetYear) {}

  /// A fact that counts, and what was said otherwise.
  public record FactRow(
      String entity,
      String code,
      String field,
      String value,
      String source,
      String origin,
      String recordedOn,
      List<String> conflicts) {
    public FactRow {
      conflicts = List.copyOf(conflicts);
    }
  }

  /// An account that the grant takes from: used so far, and after a grant of what is possible now.
  public record RoomRow(
      String name,
      String key,
      boolean money,
      long bound,
      long used,
      long takes,
      boolean reserved,
      List<RivalRow> rivals) {
    public RoomRow {
      rivals = List.copyOf(rivals);
    }

    /// Those who stand before this case in the order.
    public long ahead() {
      return rivals.stream().takeWhile(rival -> !rival.own()).count();
    }

    /// Those who get less than the order gives them when this case is decided now.
    public List<RivalRow> passed() {
      return rivals.stream().filter(RivalRow::isPassed).toList();
    }

    public long after() {
      return used + takes;
    }

    public long left() {
      return Math.max(0, bound - after());
    }
  }

  /// Who competes, this case (`own`) among them, first accepted first: what it `wants`, what is
  /// left for it `inOrder`, and what would be left if this case were decided `now`. In fen, or
  /// places.
  public record RivalRow(
      String number, String unit, boolean own, long wants, long inOrder, long now) {
    public boolean isCut() {
      return now < wants;
    }

    /// Whether deciding this case now takes from it what the order would give.
    public boolean isPassed() {
      return now < inOrder;
    }
  }

  public record EventRow(
      Instant at, String actor, String act, String step, String target, String reason, long log) {}

  public record TaskRow(
      String step,
      String who,
      LocalDate openedOn,
      @Nullable LocalDate due,
      String clock,
      @Nullable Instant closedAt,
      String closedBy,
      String verdict,
      String reason,
      @Nullable Integer score) {}

  public record VersionRow(
      int version, Instant submittedAt, String submittedBy, String receipt, String policy) {}

  /// A draw of experts; `barred` are those who were not in the pool, with the reason; `replaced`
  /// says who stands in for whom and why.
  public record DrawRow(
      long seed,
      List<String> pool,
      List<String> barred,
      List<String> drawn,
      List<String> replaced,
      boolean repeatable,
      Instant at) {
    public DrawRow {
      pool = List.copyOf(pool);
      barred = List.copyOf(barred);
      drawn = List.copyOf(drawn);
      replaced = List.copyOf(replaced);
    }
  }

  /// An expert of this round whom the reader may have replaced; `scored` when only for a conflict.
  public record JudgeRow(String id, String name, boolean scored) {}

  public record CreditRow(String occasion, boolean bad, String sentence, Instant at) {}

  /// An act that is possible now; `form` is which fields it asks for, `refusal` why this person may
  /// not.
  public record ActRow(
      String act, String form, String what, boolean needsReason, @Nullable String refusal) {}

  public boolean hasBudgetForm() {
    return acts.stream().anyMatch(act -> act.form().equals("decide"));
  }
}
