package duixian.policy.check;

import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Revision;
import duixian.policy.source.Span;
import duixian.policy.syntax.Lexer;
import duixian.policy.syntax.Node;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Token;
import duixian.policy.syntax.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 修订: `改：平台落地奖励.上限 200万元 → 300万元`.
final class RevisionCheck {
  private final Draft draft;
  private final @Nullable Head head;

  /// `head` is null when the policy's own dates are wrong.
  RevisionCheck(Draft draft, @Nullable Head head) {
    this.draft = draft;
    this.head = head;
  }

  void check(Statement statement) {
    var entry = draft.only(statement, "自", true);
    var from = entry == null ? null : Days.read(draft, entry.value());
    if (entry != null && from != null && head != null && isOutside(from, head)) {
      draft.error(
          entry.value(),
          "修订之日不在政策有效期里",
          "写 " + text(head.effective()) + " 至 " + text(head.expires()) + " 之间的一天");
    }
    draft.only(statement, "依据", true);
    var changes = statement.entries("改");
    if (changes.isEmpty()) {
      draft.error(statement.head(), "修订没有写改什么", "加一行 改：奖补名.键 旧值 → 新值");
    }
    if (from != null) {
      changes.forEach(change -> change(statement, from, change.value()));
    }
  }

  private static boolean isOutside(LocalDate from, Head head) {
    return from.isBefore(head.effective()) || from.isAfter(head.expires());
  }

  private void change(Statement statement, LocalDate from, Span value) {
    var words = Words.words(value);
    var target = words.isEmpty() ? value : words.getFirst();
    var tokens =
        Lexer.tokens(new Span(value.source(), target.to(), value.to()), draft.diagnostics());
    if (tokens.size() != 4
        || !(tokens.get(0) instanceof Token.Numeral(var before, var beforeSpan))
        || !(tokens.get(1) instanceof Token.Sign(var arrow, _))
        || !arrow.equals("→")
        || !(tokens.get(2) instanceof Token.Numeral(var after, var afterSpan))) {
      draft.error(value, "这一行修订写得不对", "写成 改：平台落地奖励.上限 200万元 → 300万元");
    } else if (!before.dimension().equals(after.dimension())) {
      draft.error(
          afterSpan,
          "新值是" + after.dimension().text() + "，旧值是" + before.dimension().text(),
          "写成同一种单位");
    } else if (before.equals(after)) {
      draft.error(afterSpan, "新值与旧值相同", "写上修订后的数");
    } else {
      draft
          .literals()
          .add(
              new Revision(
                  statement.name().isEmpty() ? from.toString() : statement.name(),
                  from,
                  target.text(),
                  new Node.Numeral(before, beforeSpan),
                  new Node.Numeral(after, afterSpan),
                  value));
    }
  }

  private static String text(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
