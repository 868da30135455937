package duixian.policy.check.limit;

import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Key;
import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Scope;
import duixian.policy.source.Span;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 频次: `一次性 [每 键]`, `逐年 [最长 3年] [每 键]`.
public final class Frequencies {
  private static final String ONCE = "一次性";
  private static final String YEARLY = "逐年";
  private static final String TERM = "最长";

  private final Draft draft;
  private final Keys keys;

  public Frequencies(Draft draft, Keys keys) {
    this.draft = draft;
    this.keys = keys;
  }

  public Award.@Nullable Frequency read(Statement statement, Entity object, Scope scope) {
    var entry = draft.only(statement, "频次", true);
    if (entry == null) {
      return null;
    }
    var value = entry.value();
    var per = keys.firstPer(value);
    var words = Words.words(new Span(value.source(), value.from(), per));
    var kind = words.isEmpty() ? "" : words.getFirst().text();
    var once = kind.equals(ONCE) && words.size() == 1;
    if (!once
        && !(kind.equals(YEARLY) && (words.size() == 1 || words.get(1).text().startsWith(TERM)))) {
      draft.error(value, "频次写得不对", "写成 一次性、一次性 每 平台、逐年 或 逐年 最长 3年");
      return null;
    }
    @Nullable List<Key> by = null;
    if (per < value.to()) {
      by = keys.read(new Span(value.source(), per, value.to()), object);
      if (by == null) {
        return null;
      }
    }
    if (once) {
      var up = object.yearly() && object.parent() != null ? 1 : 0;
      var self = new Key.Owner(up, object.ancestor(up));
      return new Award.Frequency.Once(by != null ? by : List.of(self));
    }
    var root = new Key.Owner(object.stepsTo(object.root()), object.root());
    var wanted = by != null ? by : List.<Key>of(root);
    if (words.size() == 1) {
      return new Award.Frequency.Yearly(null, wanted);
    }
    var years = Numerals.years(draft, words.get(1).to(words.getLast()), scope);
    return years == null ? null : new Award.Frequency.Yearly(years, wanted);
  }
}
