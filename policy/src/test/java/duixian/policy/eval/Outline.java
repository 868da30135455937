package duixian.policy.eval;

import duixian.policy.trace.Explanation;
import duixian.policy.trace.Explanation.Absent;
import duixian.policy.trace.Explanation.ByCap;
import duixian.policy.trace.Explanation.ByReading;
import duixian.policy.trace.Explanation.Clause;
import duixian.policy.trace.Explanation.Derived;
import duixian.policy.trace.Explanation.OfFact;
import duixian.policy.trace.Explanation.OfLaw;

/// An explanation as indented lines: label, value, what it rests on.
final class Outline {
  private Outline() {}

  static String of(Explanation tree) {
    return of(tree, "");
  }

  private static String of(Explanation tree, String indent) {
    var text = new StringBuilder(indent + tree.label() + " ＝ " + tree.value());
    text.append(basis(tree.basis())).append('\n');
    tree.parts().forEach(part -> text.append(of(part, indent + "  ")));
    return text.toString();
  }

  private static String basis(Explanation.Basis basis) {
    return switch (basis) {
      case Derived() -> "";
      case Clause(var clause, _) -> " 〔" + clause + "〕";
      case OfLaw(var literal, var quote) -> " 〔" + literal + "：" + quote + "〕";
      case OfFact(var record, var field, var origin) ->
          " 〔" + record + "，" + field + "，" + origin + "〕";
      case Absent(var why) -> " 〔" + why + "〕";
      case ByReading(var reading, var choice) -> " 〔" + reading + "：" + choice + "〕";
      case ByCap(_, var used, var cut) -> " 〔已用" + used + (cut.isEmpty() ? "" : "，削减" + cut) + "〕";
    };
  }
}
