package duixian.policy.check;

import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Names;
import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import duixian.policy.source.Span;
import duixian.policy.syntax.Keyword;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Units;
import duixian.policy.value.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 主体: parents before children, each field with a type.
final class EntityCheck {
  private static final Pattern HEAD =
      Pattern.compile("(\\S+?)(?:\\s+属于\\s+(\\S+))?(?:\\s+(逐年))?");
  private static final Pattern WITH_UNIT = Pattern.compile("(数量|单价)\\s*[(（]\\s*(.+?)\\s*[)）]");
  private static final Set<String> DIVISIBLE =
      Set.of("天", "小时", "分钟", "月", "年", "课时", "学时", "吨", "公里", "千瓦时", "周", "季度");
  private static final Set<String> STRUCTURAL = Set.of("标识", "年度");
  private static final String TYPES =
      "金额、比例、数量、数量（次）、单价（元/平方米/月）、面积、时长、天、人、日期、是否、标识、{甲、乙}";

  private final Draft draft;

  EntityCheck(Draft draft) {
    this.draft = draft;
  }

  void check(List<Statement> statements) {
    var waiting = new LinkedHashMap<String, Pending>();
    for (var statement : statements) {
      var pending = pending(statement);
      if (pending == null) {
        continue;
      }
      if (waiting.putIfAbsent(pending.name, pending) != null) {
        draft.error(statement.head(), "主体“" + pending.name + "”声明了两次", "合成一个");
      }
    }
    var progress = true;
    while (progress) {
      progress = false;
      for (var one : List.copyOf(waiting.values())) {
        if (one.parent == null || draft.entities.containsKey(one.parent)) {
          declare(one);
          waiting.remove(one.name);
          progress = true;
        }
      }
    }
    for (var one : waiting.values()) {
      draft.error(
          one.statement.head(),
          "没有上级主体 “" + one.parent + "”，或属于绕成了一圈",
          Names.suggestion(String.valueOf(one.parent), draft.entities.keySet()));
    }
  }

  private record Pending(
      String name, @Nullable String parent, boolean yearly, Statement statement) {}

  private @Nullable Pending pending(Statement statement) {
    var head = HEAD.matcher(statement.name());
    if (!head.matches()) {
      draft.error(statement.head(), "主体写得不对", "写成 主体 名 属于 上级 逐年");
      return null;
    }
    if (head.group(1).indexOf('的') >= 0) {
      draft.error(statement.head(), "名称不能含“的”", "换一个名称");
      return null;
    }
    return new Pending(head.group(1), head.group(2), head.group(3) != null, statement);
  }

  private void declare(Pending one) {
    var parent = one.parent == null ? null : draft.entities.get(one.parent);
    var fields = new LinkedHashMap<String, Field>();
    for (var entry : one.statement.entries()) {
      field(entry, one, fields);
    }
    draft.entities.put(
        one.name,
        new Entity(
            one.name, draft.entities.size(), parent, one.yearly, List.copyOf(fields.values())));
  }

  private void field(Statement.Entry entry, Pending one, Map<String, Field> fields) {
    var name = entry.name();
    if (name.equals(Keyword.READING.word())) {
      return;
    }
    if (name.indexOf('的') >= 0 || STRUCTURAL.contains(name) || name.equals(one.parent)) {
      draft.error(entry.key(), "字段不能叫“" + name + "”", "标识、年度和上级是自带的；名称不含“的”");
      return;
    }
    var words = entry.value().text().strip();
    var optional = words.endsWith("可缺");
    var text = optional ? words.substring(0, words.length() - 2).strip() : words;
    var type = type(text, entry.value());
    if (type == null) {
      draft.error(
          entry.value().from() == entry.value().to() ? entry.key() : entry.value(),
          "不认识的类型 “" + text + "”",
          "可以写：" + TYPES);
      return;
    }
    if (fields.putIfAbsent(name, new Field(name, type, scale(type), optional, fields.size()))
        != null) {
      draft.error(entry.key(), "字段“" + name + "”写了两次", "只留一个");
    }
  }

  private @Nullable Type type(String text, Span span) {
    if ((text.startsWith("{") || text.startsWith("｛"))
        && (text.endsWith("}") || text.endsWith("｝"))) {
      var words =
          Arrays.stream(text.substring(1, text.length() - 1).split("[、，,]"))
              .map(String::strip)
              .filter(word -> !word.isEmpty())
              .toList();
      var distinct = new LinkedHashSet<>(words);
      if (distinct.size() < words.size()) {
        draft.error(span, "选项有重复", "每个词只写一次");
      }
      return words.isEmpty() ? null : new Type.Choice(new ArrayList<>(distinct));
    }
    var unit = WITH_UNIT.matcher(text);
    if (unit.matches()) {
      var dimension = Units.dimension(unit.group(2));
      return dimension == null ? null : new Type.Amount(dimension);
    }
    return switch (text) {
      case "金额" -> Type.MONEY;
      case "比例" -> Type.RATIO;
      case "数量" -> Type.COUNT;
      case "面积" -> new Type.Amount(Dimension.AREA);
      case "时长" -> new Type.Amount(Dimension.DAYS);
      case "单价" ->
          new Type.Amount(
              Dimension.MONEY.per(Dimension.AREA).per(Dimension.of("月")));
      case "日期" -> Type.DAY;
      case "是否" -> Type.FLAG;
      case "标识" -> new Type.Reference("");
      default -> {
        var dimension = Units.dimension(text);
        yield dimension != null && dimension.isCounter() ? new Type.Amount(dimension) : null;
      }
    };
  }

  /// How many parts a stored unit has; see [Field].
  private static long scale(Type type) {
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
