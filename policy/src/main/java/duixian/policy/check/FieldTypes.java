package duixian.policy.check;

import duixian.policy.model.Type;
import duixian.policy.resolve.Draft;
import duixian.policy.resolve.NewName;
import duixian.policy.source.Nearest;
import duixian.policy.source.Span;
import duixian.policy.syntax.Units;
import duixian.policy.syntax.Words;
import duixian.policy.value.Dimension;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The types that a field may have, and how finely each is stored.
final class FieldTypes {
  private static final Set<String> DIVISIBLE =
      Set.of("天", "小时", "分钟", "月", "年", "课时", "学时", "吨", "公里", "千瓦时", "周", "季度");
  private static final List<String> NAMES =
      List.of("金额", "比例", "数量", "单价", "面积", "时长", "日期", "是否", "标识");
  private static final String KNOWN = "金额、比例、数量、数量（次）、单价（元/平方米/月）、面积、时长、天、人、日期、是否、标识、{甲、乙}";

  private final Draft draft;

  FieldTypes(Draft draft) {
    this.draft = draft;
  }

  /// The type that is written, or null after a diagnostic.
  @Nullable Type read(Span span, Span key) {
    var text = Words.text(span);
    if (text.isEmpty()) {
      draft.error(key, "字段没有写类型", "写成 字段：类型；可以写：" + KNOWN);
      return null;
    }
    if (text.charAt(0) == '{' || text.charAt(0) == '｛') {
      return choice(span);
    }
    var open = Math.max(text.indexOf('('), text.indexOf('（'));
    if (open > 0 && (text.endsWith(")") || text.endsWith("）"))) {
      var unit = text.substring(open + 1, text.length() - 1).strip();
      return withUnit(text.substring(0, open).strip(), unit, span);
    }
    var plain = plain(text);
    return plain != null ? plain : unknown(text, span);
  }

  private @Nullable Type plain(String text) {
    return switch (text) {
      case "金额" -> Type.MONEY;
      case "比例" -> Type.RATIO;
      case "数量" -> Type.COUNT;
      case "面积" -> new Type.Amount(Dimension.AREA);
      case "时长" -> new Type.Amount(Dimension.DAYS);
      case "单价" -> new Type.Amount(Dimension.MONEY.per(Dimension.AREA).per(Dimension.of("月")));
      case "日期" -> Type.DAY;
      case "是否" -> Type.FLAG;
      case "标识" -> new Type.Reference("");
      default -> {
        var dimension = Units.dimension(text);
        yield dimension != null && dimension.isCounter() ? new Type.Amount(dimension) : null;
      }
    };
  }

  private @Nullable Type withUnit(String kind, String unit, Span span) {
    var dimension = Units.dimension(unit);
    if (!kind.equals("数量") && !kind.equals("单价")) {
      return unknown(kind + "（" + unit + "）", span);
    }
    if (dimension == null) {
      draft.error(span, "不认识的单位 “" + unit + "”", "可以写：" + Units.known());
      return null;
    }
    if (kind.equals("数量") && !dimension.isCounter()) {
      draft.error(span, "数量的单位应当是一种东西，这里是" + dimension.text(), "写成 数量（家）、金额 或 面积");
      return null;
    }
    if (kind.equals("单价") && !dimension.isPrice()) {
      draft.error(span, "单价应当是每什么多少元，这里是" + dimension.text(), "写成 单价（元/人）");
      return null;
    }
    return new Type.Amount(dimension);
  }

  private @Nullable Type choice(Span span) {
    var text = span.text();
    if (!text.endsWith("}") && !text.endsWith("｝")) {
      draft.error(span, "选项的花括号没有合上", "写成 {甲、乙}");
      return null;
    }
    var inner = new Span(span.source(), span.from() + 1, span.to() - 1);
    var parts = Words.parts(inner, "、，,");
    if (parts.isEmpty()) {
      draft.error(span, "花括号里没有选项", "写成 {甲、乙}");
      return null;
    }
    var seen = new HashSet<String>();
    var good = true;
    for (var part : parts) {
      var word = NewName.of(draft, part, "选项");
      if (word == null) {
        good = false;
      } else if (!seen.add(word)) {
        draft.error(part, "选项“" + word + "”写了两次", "每个词只写一次");
        good = false;
      }
    }
    return good ? new Type.Choice(parts.stream().map(Words::text).toList()) : null;
  }

  private @Nullable Type unknown(String text, Span span) {
    var nearest = Nearest.to(text, NAMES);
    draft.error(
        span,
        "不认识的类型 “" + text + "”",
        (nearest == null ? "" : "是不是 “" + nearest + "”？") + "可以写：" + KNOWN);
    return null;
  }

  /// How many parts a stored unit has; see [Field].
  static long scale(Type type) {
    if (!(type instanceof Type.Amount(var dimension))) {
      return 1;
    }
    if (dimension.equals(Dimension.RATIO)) {
      return 1_000_000;
    }
    if (dimension.powers().containsKey("元")
        || dimension.equals(Dimension.AREA)
        || dimension.equals(Dimension.DAYS)) {
      return 100;
    }
    return dimension.open() || dimension.powers().keySet().stream().anyMatch(DIVISIBLE::contains)
        ? 10_000
        : 1;
  }
}
