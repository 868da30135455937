package duixian.policy.check;

import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Scope;
import duixian.policy.resolve.Names;
import duixian.policy.model.Award;
import duixian.policy.model.Cap;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.model.Literal;
import duixian.policy.model.Reading;
import duixian.policy.model.Type;
import duixian.policy.source.Span;
import duixian.policy.syntax.ExpressionParser;
import duixian.policy.syntax.Lexer;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 限额 across awards.
final class CapCheck {
  private static final String FIRST_COME = "先到先得";
  private static final String PRO_RATA = "按比例";
  private static final String CUT = "削减";
  private static final String REFUSE = "不予资助";

  private final Draft draft;
  private final Keys keys;
  private final Map<String, Cap> caps = new LinkedHashMap<>();

  CapCheck(Draft draft) {
    this.draft = draft;
    this.keys = new Keys(draft);
  }

  List<Cap> all() {
    return List.copyOf(caps.values());
  }

  void check(Statement statement) {
    var range = draft.only(statement, "范围", true);
    var by = draft.only(statement, "按", true);
    var limit = draft.only(statement, "不超过", true);
    var years = years(statement);
    var sharing = sharing(statement);
    var excess = excess(statement);
    if (range == null || by == null || limit == null) {
      return;
    }
    if (caps.containsKey(statement.name()) || draft.awardNames.contains(statement.name())) {
      draft.error(statement.head(), "“" + statement.name() + "”已经有了", "换一个名称");
      return;
    }
    var scopes = new ArrayList<Cap.Scope>();
    for (var award : awards(range.value())) {
      var scope = scope(statement, award, by, limit);
      if (scope == null) {
        return;
      }
      scopes.add(scope);
    }
    if (!sharing.equals(new Cap.Sharing.FirstCome())
        && scopes.stream().anyMatch(s -> !s.keys().contains(new Key.Year()))) {
      draft.error(by.value(), "按比例分配的限额要按年度", "写成 按：平台、年度");
      return;
    }
    if (!scopes.isEmpty()) {
      caps.put(
          statement.name(),
          new Cap(
              statement.name(),
              caps.size(),
              statement.block().clause(),
              scopes,
              years,
              sharing,
              excess,
              AwardCheck.readings(statement),
              statement.head()));
    }
  }

  private List<Award> awards(Span range) {
    var found = new ArrayList<Award>();
    for (var token : Lexer.tokens(range, draft.diagnostics)) {
      if (token instanceof Token.Name(var name, var span)) {
        var award = draft.awards.get(name);
        if (award != null && !found.contains(award)) {
          found.add(award);
        } else if (!draft.awardNames.contains(name)) {
          draft.error(
              span, "没有“" + name + "”这项奖补", Names.suggestion(name, draft.awardNames));
        }
      }
    }
    return found;
  }

  private Cap.@Nullable Scope scope(
      Statement statement, Award award, Statement.Entry by, Statement.Entry limit) {
    var scope = Scope.of(award.object(), statement.block(), statement.name(), "不超过");
    var found = keys.read(by.value(), award.object());
    var applies = optional(statement, "适用", scope, Type.FLAG);
    var outside = optional(statement, "计入", scope, Type.MONEY);
    var amount = expression(limit.value(), scope, Type.MONEY);
    return found == null || amount == null
        ? null
        : new Cap.Scope(award.index(), found, applies, outside, amount);
  }

  private @Nullable Expr optional(Statement statement, String key, Scope scope, Type wanted) {
    var entry = draft.only(statement, key, false);
    return entry == null ? null : expression(entry.value(), scope.key(key), wanted);
  }

  private @Nullable Expr expression(Span span, Scope scope, Type wanted) {
    var node = ExpressionParser.parse(span, draft.diagnostics);
    return node == null ? null : draft.expressions.typed(node, scope, wanted);
  }

  private @Nullable Literal years(Statement statement) {
    var entry = draft.only(statement, "期限", false);
    if (entry == null) {
      return null;
    }
    var text = entry.value().text();
    if (!text.startsWith("最长")) {
      draft.error(entry.value(), "期限写得不对", "写成 最长 3年");
      return null;
    }
    var from = entry.value().from() + "最长".length();
    while (from < entry.value().to()
        && Character.isWhitespace(entry.value().source().text().charAt(from))) {
      from++;
    }
    return Numerals.whole(
        draft,
        new Span(entry.value().source(), from, entry.value().to()),
        Scope.of(null, statement.block(), statement.name(), "期限"),
        "年");
  }

  private Cap.Sharing sharing(Statement statement) {
    var entry = draft.only(statement, "分配", false);
    var word = entry == null ? FIRST_COME : entry.value().text().strip();
    if (entry != null && !word.equals(FIRST_COME) && !word.equals(PRO_RATA)) {
      var reading = chooser(entry.value(), word, FIRST_COME, PRO_RATA);
      return reading == null
          ? new Cap.Sharing.FirstCome()
          : new Cap.Sharing.Chosen(reading, reading.choices().indexOf(PRO_RATA));
    }
    return word.equals(PRO_RATA) ? new Cap.Sharing.ProRata() : new Cap.Sharing.FirstCome();
  }

  private Cap.Excess excess(Statement statement) {
    var entry = draft.only(statement, "超出时", false);
    var word = entry == null ? CUT : entry.value().text().strip();
    if (entry != null && !word.equals(CUT) && !word.equals(REFUSE)) {
      var reading = chooser(entry.value(), word, CUT, REFUSE);
      return reading == null
          ? new Cap.Excess.Cut()
          : new Cap.Excess.Chosen(reading, reading.choices().indexOf(REFUSE));
    }
    return word.equals(REFUSE) ? new Cap.Excess.Refuse() : new Cap.Excess.Cut();
  }

  private @Nullable Reading chooser(Span span, String name, String one, String other) {
    var reading = draft.readings.get(name);
    if (reading == null
        || reading.choices().size() != 2
        || !reading.choices().containsAll(List.of(one, other))) {
      draft.error(
          span,
          "这里应当是 " + one + "、" + other + "，或在两者之间选择的解释点",
          "解释点：名 问题；可选 " + one + "、" + other + "；采用 " + one);
      return null;
    }
    draft.usedReadings.add(name);
    return reading;
  }
}
