package duixian.policy.columns.exact;

import duixian.policy.columns.pass.Cell;
import duixian.policy.value.Rational;
import java.util.List;

/// What an expression comes to: a number (of a flag 0 or 1, of a word its position, of a day the
/// epoch day, of a record its row), or a mask of what it lacks.
record Answer(Rational number, long lack) {
  static final Answer YES = of(Rational.ONE);
  static final Answer NO = of(Rational.ZERO);

  static Answer of(Rational number) {
    return new Answer(number, 0);
  }

  static Answer of(long whole) {
    return of(Rational.of(whole));
  }

  static Answer of(boolean holds) {
    return holds ? YES : NO;
  }

  static Answer lacking(long lack) {
    return new Answer(Rational.ZERO, lack);
  }

  /// The same for a whole that has a single name.
  static Answer lacking(long lack, long bit) {
    if ((lack & Cell.UNDECIDED_BIT) != 0) {
      return lacking(Cell.UNDECIDED_BIT);
    }
    return lacking(bit | (lack & Cell.UNUSABLE_BIT));
  }

  boolean isThere() {
    return lack == 0;
  }

  boolean holds() {
    return isThere() && number.signum() != 0;
  }

  boolean fails() {
    return isThere() && number.signum() == 0;
  }

  long whole() {
    return number.numerator().longValueExact();
  }

  static long lacks(List<Answer> answers) {
    return answers.stream().mapToLong(Answer::lack).reduce(0, (a, b) -> a | b);
  }
}
