package duixian.policy.check;

import duixian.policy.check.limit.Keys;
import duixian.policy.check.limit.Numerals;
import duixian.policy.model.Award;
import duixian.policy.model.Cap;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.model.Literal;
import duixian.policy.model.Reading;
import duixian.policy.model.Type;
import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Names;
import duixian.policy.resolve.NewName;
import duixian.policy.resolve.Scope;
import duixian.policy.source.Span;
import duixian.policy.syntax.Node;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Words;
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
    var name = NewName.of(draft, statement.head(), "限额");
    var range = draft.only(statement, "范围", true);
    var by = draft.only(statement, "按", true);
    var limit = draft.only(statement, "不超过", true);
    var years = years(statement);
    var sharing = sharing(statement);
    var excess = excess(statement);
    if (name == null || range == null || by == null || limit == null) {
      return;
    }
    if (caps.containsKey(name) || draft.announced().contains(name)) {
      draft.error(statement.head(), "“" + name + "”已经有了", "换一个名称");
      return;
    }
    var scopes = scopes(statement, range.value(), by.value(), limit.value());
    if (scopes.isEmpty()) {
      return;
    }
    if (!sharing.equals(new Cap.Sharing.FirstCome())
        && scopes.stream().anyMatch(s -> !s.keys().contains(new Key.Year()))) {
      draft.error(by.value(), "按比例分配的限额要按年度", "写成 按：平台、年度");
      return;
    }
    caps.put(
        name,
        new Cap(
            name,
            caps.size(),
            statement.block().clause(),
            scopes,
            years,
            sharing,
            excess,
            ReadingCheck.names(statement),
            statement.head()));
  }

  /// The expressions are parsed once and checked on the object of each award; empty after a
  /// diagnostic.
  private List<Cap.Scope> scopes(Statement statement, Span range, Span by, Span limit) {
    var applies = parsed(statement, "适用");
    var outside = parsed(statement, "计入");
    var limitNode = draft.parse(limit);
    var scopes = new ArrayList<Cap.Scope>();
    for (var award : awards(range)) {
      var scope = Scope.of(award.object(), statement.block(), statement.name(), "不超过");
      var found = keys.read(by, award.object());
      var first = scopes.isEmpty() ? found : scopes.getFirst().keys();
      var amount = typed(limitNode, scope, Type.MONEY);
      var condition = typed(applies, scope.key("适用"), Type.FLAG);
      var counted = typed(outside, scope.key("计入"), Type.MONEY);
      if (found == null || first == null || amount == null) {
        return List.of();
      }
      if (!isSame(first, found)) {
        draft.error(by, "范围里的奖补各有各的键，不能合计", "键写成它们共同的上级，或同一种标识");
        return List.of();
      }
      scopes.add(new Cap.Scope(award.index(), found, condition, counted, amount));
    }
    return scopes;
  }

  private @Nullable Node parsed(Statement statement, String key) {
    var entry = draft.only(statement, key, false);
    return entry == null ? null : draft.parse(entry.value());
  }

  private @Nullable Expr typed(@Nullable Node node, Scope scope, Type wanted) {
    return node == null ? null : draft.expressions().typed(node, scope, wanted);
  }

  /// Keys of two awards fall together only when they are values of one kind.
  private static boolean isSame(List<Key> one, List<Key> other) {
    for (int i = 0; i < one.size(); i++) {
      var same =
          switch (one.get(i)) {
            case Key.Owner(_, var entity) ->
                other.get(i) instanceof Key.Owner(_, var second) && second.equals(entity);
            case Key.Value(_, var field) ->
                other.get(i) instanceof Key.Value(_, var second)
                    && second.type().equals(field.type());
            case Key.Year _ -> other.get(i) instanceof Key.Year;
          };
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private List<Award> awards(Span range) {
    var found = new ArrayList<Award>();
    for (var part : Words.parts(range, "、，,")) {
      var name = Words.text(part);
      var award = draft.award(name);
      if (award != null && found.contains(award)) {
        draft.error(part, "“" + name + "”写了两次", "只写一次");
      } else if (award != null) {
        found.add(award);
      } else if (!draft.announced().contains(name)) {
        draft.error(part, "没有“" + name + "”这项奖补", Names.suggestion(name, draft.announced()));
      }
    }
    if (range.from() == range.to()) {
      draft.error(range, "范围里没有奖补", "写成 范围：甲奖励、乙奖励");
    }
    return found;
  }

  private @Nullable Literal years(Statement statement) {
    var entry = draft.only(statement, "期限", false);
    return entry == null
        ? null
        : Numerals.years(
            draft, entry.value(), Scope.of(null, statement.block(), statement.name(), "期限"));
  }

  private Cap.Sharing sharing(Statement statement) {
    var entry = draft.only(statement, "分配", false);
    var word = entry == null ? FIRST_COME : entry.words();
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
    var word = entry == null ? CUT : entry.words();
    if (entry != null && !word.equals(CUT) && !word.equals(REFUSE)) {
      var reading = chooser(entry.value(), word, CUT, REFUSE);
      return reading == null
          ? new Cap.Excess.Cut()
          : new Cap.Excess.Chosen(reading, reading.choices().indexOf(REFUSE));
    }
    return word.equals(REFUSE) ? new Cap.Excess.Refuse() : new Cap.Excess.Cut();
  }

  private @Nullable Reading chooser(Span span, String name, String one, String other) {
    var reading = draft.reading(name);
    if (reading == null
        || reading.choices().size() != 2
        || !reading.choices().containsAll(List.of(one, other))) {
      draft.error(
          span,
          "这里应当是 " + one + "、" + other + "，或在两者之间选择的解释点",
          "解释点：名 问题；可选 " + one + "、" + other + "；采用 " + one);
      return null;
    }
    draft.use(reading);
    return reading;
  }
}
