package duixian.service.evaluation.web;

import duixian.service.evaluation.Evaluations;
import duixian.service.evaluation.Goal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The evaluation of one claim, year by year; `year` is the one that can be reported now.
public record EvaluationPage(
    String number,
    String award,
    String unit,
    boolean own,
    boolean reviewer,
    int year,
    List<Goal> goals,
    List<Evaluations.Evaluation> years,
    List<Evaluations.Actual> actuals) {
  public EvaluationPage {
    goals = List.copyOf(goals);
    years = List.copyOf(years);
    actuals = List.copyOf(actuals);
  }

  /// Claims to evaluate in a year.
  public record ListPage(int year, List<Row> due, boolean reviewer, List<String> complaints) {
    public ListPage {
      due = List.copyOf(due);
      complaints = List.copyOf(complaints);
    }
  }

  public record Row(String number, String unit, String award, long granted, String state) {}

  public Optional<BigDecimal> actual(Goal goal, int of) {
    return actuals.stream()
        .filter(one -> one.goal() == goal.id() && one.year() == of)
        .map(Evaluations.Actual::actual)
        .findFirst();
  }
}
