package duixian.policy.check;

import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Revision;
import duixian.policy.source.Span;
import duixian.policy.syntax.Lexer;
import duixian.policy.syntax.Node;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Token;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 修订: `改：平台落地奖励.上限 200万元 → 300万元`.
final class RevisionCheck {
  private static final Pattern CHANGE =
      Pattern.compile("(\\S+)\\s+(\\S+)\\s*(?:→|->)\\s*(\\S+)");

  private final Draft draft;

  RevisionCheck(Draft draft) {
    this.draft = draft;
  }

  void check(Statement statement) {
    var from = day(draft.only(statement, "自", true));
    draft.only(statement, "依据", true);
    var changes = statement.entries("改");
    if (changes.isEmpty()) {
      draft.error(statement.head(), "修订没有写改什么", "加一行 改：奖补名.键 旧值 → 新值");
    }
    if (from == null) {
      return;
    }
    for (var entry : changes) {
      var text = CHANGE.matcher(entry.value().text());
      var before = text.matches() ? number(entry.value(), text.start(2), text.end(2)) : null;
      var after = text.matches() ? number(entry.value(), text.start(3), text.end(3)) : null;
      if (before == null || after == null) {
        draft.error(entry.value(), "这一行修订写得不对", "写成 改：平台落地奖励.上限 200万元 → 300万元");
      } else if (before.figure().dimension().common(after.figure().dimension()) == null) {
        draft.error(after.span(), "新值与旧值不是同一种单位", "写成同一种单位");
      } else {
        draft.literals.add(
            new Revision(
                statement.name().isEmpty() ? from.toString() : statement.name(),
                from,
                text.group(1),
                before,
                after,
                entry.value()));
      }
    }
  }

  private Node.@Nullable Numeral number(Span span, int from, int to) {
    var place = new Span(span.source(), span.from() + from, span.from() + to);
    var tokens = Lexer.tokens(place, draft.diagnostics);
    return tokens.size() == 2 && tokens.getFirst() instanceof Token.Numeral(var figure, var at)
        ? new Node.Numeral(figure, at)
        : null;
  }

  private @Nullable LocalDate day(Statement.@Nullable Entry entry) {
    return entry == null ? null : Days.read(draft, entry.value());
  }

  /// A statement's plain calendar day.
  static final class Days {
    private Days() {}

    static @Nullable LocalDate read(Draft draft, Span span) {
      List<Token> tokens = Lexer.tokens(span, draft.diagnostics);
      if (tokens.size() == 2 && tokens.getFirst() instanceof Token.Day(var day, _)) {
        return day;
      }
      draft.error(span, "这里应当是日期", "写成 2021年1月1日");
      return null;
    }
  }
}
