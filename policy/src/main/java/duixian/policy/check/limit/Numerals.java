package duixian.policy.check.limit;

import duixian.policy.model.Literal;
import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Scope;
import duixian.policy.source.Span;
import duixian.policy.syntax.Node;
import duixian.policy.syntax.Words;
import duixian.policy.value.Dimension;
import duixian.policy.value.Rational;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Places where a statement wants a plain whole number of the law: years of a term, places of a
/// quota.
public final class Numerals {
  private static final BigInteger MOST = BigInteger.valueOf(1_000_000);
  private static final String TERM = "最长";
  private static final Dimension YEARS = Dimension.of("年");

  private Numerals() {}

  /// `最长 3年`.
  public static @Nullable Literal years(Draft draft, Span span, Scope scope) {
    if (!Words.text(span).startsWith(TERM)) {
      draft.error(span, "期限写得不对", "写成 最长 3年");
      return null;
    }
    var number = Words.trimmed(span.source(), span.from() + TERM.length(), span.to());
    return whole(draft, number, scope, "最长 后面应当是整数年", "写成 最长 3年");
  }

  /// `2家`, `5个`.
  static @Nullable Literal places(Draft draft, Span span, Scope scope) {
    return whole(draft, span, scope, "名额应当是一个正整数", "用阿拉伯数字写，如 2家 每 平台 每 年度");
  }

  private static @Nullable Literal whole(
      Draft draft, Span span, Scope scope, String message, String mend) {
    var node = draft.parse(span);
    if (node == null) {
      return null;
    }
    var years = scope.key().equals("期限") || scope.key().equals("频次");
    if (!(node instanceof Node.Numeral numeral)
        || !isSmall(numeral.figure().value())
        || !fits(numeral.figure().dimension(), years)) {
      draft.error(span, message, mend);
      return null;
    }
    var literal = draft.literals().of(numeral, scope);
    for (var change : literal.changes()) {
      if (!isSmall(change.value())) {
        draft.error(
            numeral.span(),
            "修订“" + change.revision() + "”把它改成 " + change.text() + "：" + message,
            mend);
        return null;
      }
    }
    return literal;
  }

  private static boolean isSmall(Rational value) {
    return value.isWhole() && value.signum() > 0 && value.numerator().compareTo(MOST) <= 0;
  }

  private static boolean fits(Dimension dimension, boolean years) {
    return years ? dimension.equals(YEARS) : dimension.open() || dimension.isCounter();
  }
}
