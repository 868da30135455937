package duixian.policy.check;

import duixian.policy.resolve.Draft;
import duixian.policy.source.Span;
import duixian.policy.syntax.Lexer;
import duixian.policy.syntax.Token;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Places where a statement wants a plain calendar day.
final class Days {
  private Days() {}

  static @Nullable LocalDate read(Draft draft, Span span) {
    var before = draft.diagnostics().size();
    var tokens = Lexer.tokens(span, draft.diagnostics());
    if (tokens.size() == 2 && tokens.getFirst() instanceof Token.Day(var day, _)) {
      return day;
    }
    if (draft.diagnostics().size() == before) {
      draft.error(span, "这里应当是日期", "写成 2021年1月1日");
    }
    return null;
  }
}
