package duixian.policy.eval.claim;

import duixian.policy.eval.expression.Wording;
import duixian.policy.model.Policy;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The policy's own days: from when to when it pays, and on which day it was asked.
public record Term(Policy policy, LocalDate assessed) {

  /// Why nothing at all is granted on the day of assessment; null when the policy is open.
  public @Nullable String closed() {
    if (assessed.isAfter(policy.payableUntil())) {
      return "兑现期已过：认定日%s晚于兑现截止日%s"
          .formatted(Wording.day(assessed), Wording.day(policy.payableUntil()));
    }
    if (assessed.isBefore(policy.effective())) {
      return "尚未施行：认定日%s早于施行日%s".formatted(Wording.day(assessed), Wording.day(policy.effective()));
    }
    return null;
  }

  /// Why a row of that day (a yearly one: of that year) lies outside; null when it lies inside.
  public @Nullable String outside(Row row, LocalDate day) {
    return row.yearly() ? outside(row.year()) : outside(day);
  }

  private @Nullable String outside(LocalDate day) {
    if (day.isBefore(policy.effective())) {
      return "%s早于施行日%s".formatted(Wording.day(day), Wording.day(policy.effective()));
    }
    if (day.isAfter(policy.expires())) {
      return "%s晚于届满日%s".formatted(Wording.day(day), Wording.day(policy.expires()));
    }
    return day.isAfter(assessed)
        ? "%s晚于认定日%s".formatted(Wording.day(day), Wording.day(assessed))
        : null;
  }

  private @Nullable String outside(int year) {
    if (year < policy.effective().getYear()) {
      return "%d年早于施行日%s".formatted(year, Wording.day(policy.effective()));
    }
    if (year > policy.expires().getYear()) {
      return "%d年晚于届满日%s".formatted(year, Wording.day(policy.expires()));
    }
    return year > assessed.getYear() ? "%d年晚于认定日%s".formatted(year, Wording.day(assessed)) : null;
  }
}
