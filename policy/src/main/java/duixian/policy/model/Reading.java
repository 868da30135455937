package duixian.policy.model;

import duixian.policy.source.Span;
import duixian.policy.value.Rational;
import java.util.List;

/// A 解释点: what the text leaves open, the choices, the one taken and why.
///
/// A reading without `choices` records a decision and is no switch. A reading of numbers (`numbers`
/// beside `choices`, same length) is used as a number; one of words is compared in expressions or
/// names how a cap shares.
public record Reading(
    String name,
    String clause,
    String question,
    List<String> choices,
    List<Rational> numbers,
    int taken,
    String decision,
    String reason,
    Type type,
    Span span) {
  public Reading {
    choices = List.copyOf(choices);
    numbers = List.copyOf(numbers);
  }

  public boolean isSwitch() {
    return !choices.isEmpty();
  }
}
