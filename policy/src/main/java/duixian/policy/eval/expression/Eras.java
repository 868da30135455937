package duixian.policy.eval.expression;

import duixian.policy.model.Literal;
import duixian.policy.model.Policy;
import java.time.LocalDate;
import java.util.List;

/// The stretches of time between dated changes. Within an era every literal keeps its value, so a
/// value computed once serves the era.
public final class Eras {
  private final List<LocalDate> starts;
  private final LocalDate assessed;

  public Eras(Policy policy, LocalDate assessed) {
    this.starts =
        policy.literals().stream()
            .flatMap(literal -> literal.changes().stream())
            .map(Literal.Change::from)
            .distinct()
            .sorted()
            .toList();
    this.assessed = assessed;
  }

  public int of(LocalDate day) {
    var era = 0;
    while (era < starts.size() && !day.isBefore(starts.get(era))) {
      era++;
    }
    return era;
  }

  /// The era in which a yearly record of that year is valued.
  public int ofYear(int year) {
    return of(lastDay(year));
  }

  /// The last day of the year, never later than the day of assessment.
  public LocalDate lastDay(int year) {
    var last = LocalDate.of(year, 12, 31);
    return last.isAfter(assessed) ? assessed : last;
  }

  public int count() {
    return starts.size() + 1;
  }

  /// A day of the era, to value literals on.
  public LocalDate day(int era) {
    return era == 0 ? LocalDate.MIN : starts.get(era - 1);
  }
}
