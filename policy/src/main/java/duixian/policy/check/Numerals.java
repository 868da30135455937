package duixian.policy.check;

import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Scope;
import duixian.policy.model.Literal;
import duixian.policy.source.Span;
import duixian.policy.syntax.ExpressionParser;
import duixian.policy.syntax.Node;
import duixian.policy.value.Dimension;
import org.jspecify.annotations.Nullable;

/// Places where a statement wants a plain whole number of the law: years of a term, places of a quota.
final class Numerals {
  private static final int MOST = 1_000_000;

  private Numerals() {}

  /// A positive whole number; `unit` is wanted behind it unless empty.
  static @Nullable Literal whole(Draft draft, Span span, Scope scope, String unit) {
    var node = ExpressionParser.parse(span, draft.diagnostics);
    if (node == null) {
      return null;
    }
    if (!(node instanceof Node.Numeral(var figure, _))
        || !figure.value().isWhole()
        || figure.value().signum() <= 0
        || figure.value().numerator().bitLength() > 20
        || figure.value().numerator().intValueExact() > MOST
        || !fits(figure.dimension(), unit)) {
      draft.error(span, "这里应当是一个整数" + (unit.isEmpty() ? "" : "和“" + unit + "”"), "写成 3" + (unit.isEmpty() ? "家" : unit));
      return null;
    }
    return draft.literals.of((Node.Numeral) node, scope);
  }

  private static boolean fits(Dimension dimension, String unit) {
    return unit.isEmpty()
        ? dimension.open() || dimension.isCounter()
        : dimension.equals(Dimension.of(unit));
  }
}
