package duixian.policy.check;

import duixian.policy.document.Document;
import duixian.policy.resolve.Draft;
import duixian.policy.source.Nearest;
import duixian.policy.source.Span;
import duixian.policy.syntax.Statement;
import duixian.policy.value.Rounding;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The 政策 statement: from when to when, and how a figure is rounded.
record Head(
    String name,
    LocalDate effective,
    LocalDate expires,
    LocalDate payableUntil,
    long unitFen,
    Rounding rounding) {
  /// Each ten times the one before, from a fen on.
  private static final List<String> UNITS = List.of("到分", "到角", "到元", "到十元", "到百元", "到千元", "到万元");

  /// The one head of a document, or null after a diagnostic.
  static @Nullable Head read(Draft draft, Document document, List<Statement> heads) {
    if (heads.isEmpty()) {
      var end = Math.min(1, document.source().text().length());
      draft.error(new Span(document.source(), 0, end), "没有 政策 语句", "在第一个规则块里写 政策 名称 和 施行、届满、金额、舍入");
      return null;
    }
    for (var extra : heads.subList(1, heads.size())) {
      draft.error(extra.head(), "政策 语句写了两次", "只留一个");
    }
    var head = heads.getFirst();
    var effective = day(draft, head, "施行", true);
    var expires = day(draft, head, "届满", true);
    var payable = day(draft, head, "兑现至", false);
    var unit = word(draft, head, "金额", UNITS);
    var roundings = List.of(Rounding.values());
    var rounding = word(draft, head, "舍入", roundings.stream().map(Rounding::word).toList());
    if (effective == null || expires == null || unit < 0 || rounding < 0) {
      return null;
    }
    if (expires.isBefore(effective) || (payable != null && payable.isBefore(expires))) {
      draft.error(head.head(), "施行、届满、兑现至的先后不对", "施行不晚于届满，届满不晚于兑现至");
      return null;
    }
    var unitFen = 1L;
    for (int i = 0; i < unit; i++) {
      unitFen *= 10;
    }
    return new Head(
        head.name(),
        effective,
        expires,
        payable == null ? expires : payable,
        unitFen,
        roundings.get(rounding));
  }

  private static @Nullable LocalDate day(
      Draft draft, Statement head, String key, boolean required) {
    var entry = draft.only(head, key, required);
    return entry == null ? null : Days.read(draft, entry.value());
  }

  /// Which of the words stands behind the key; -1 after a diagnostic.
  private static int word(Draft draft, Statement head, String key, List<String> words) {
    var entry = draft.only(head, key, true);
    if (entry == null) {
      return -1;
    }
    var position = words.indexOf(entry.words());
    if (position < 0) {
      var nearest = Nearest.to(entry.words(), words);
      draft.error(
          entry.value(),
          "“" + key + "”不能写 “" + entry.words() + "”",
          (nearest == null ? "" : "是不是 “" + nearest + "”？") + "可以写：" + String.join("、", words));
    }
    return position;
  }
}
