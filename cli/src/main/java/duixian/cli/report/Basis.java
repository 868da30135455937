package duixian.cli.report;

import duixian.policy.trace.Explanation;

/// What a step of an explanation rests on, in one phrase.
final class Basis {
  private Basis() {}

  static String text(Explanation.Basis basis) {
    return switch (basis) {
      case Explanation.Derived() -> "";
      case Explanation.Clause(var clause, var place) -> "条款 " + clause + " " + place;
      case Explanation.OfLaw(var literal, var quote) ->
          quote.isEmpty() ? "读法 " + literal : literal + " “" + quote + "”";
      case Explanation.OfFact(var record, var field, var origin) ->
          record + " 的 " + field + "，" + origin;
      case Explanation.Absent(var why) -> "缺：" + why;
      case Explanation.ByReading(var reading, var choice) -> "解释点 " + reading + "：" + choice;
      case Explanation.ByCap(_, var used, var cut) ->
          (used.isEmpty() ? "限额" : "次序在前的已用 " + used) + (cut.isEmpty() ? "，未削减" : "，削减 " + cut);
    };
  }
}
