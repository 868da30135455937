package duixian.policy.check.limit;

import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Type;
import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Expressions;
import duixian.policy.resolve.Scope;
import duixian.policy.source.Span;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 上限 `X 每 键` and 名额 `2家 每 键` of an award.
public final class Limits {
  private final Draft draft;
  private final Keys keys;

  public Limits(Draft draft, Keys keys) {
    this.draft = draft;
    this.keys = keys;
  }

  public List<Award.Limit> limits(Statement statement, Entity object, Scope scope) {
    var limits = new ArrayList<Award.Limit>();
    for (var entry : statement.entries("上限")) {
      var limit = limit(entry, object, scope);
      if (limit != null) {
        limits.add(limit);
      }
    }
    return limits;
  }

  private Award.@Nullable Limit limit(Statement.Entry entry, Entity object, Scope scope) {
    var value = entry.value();
    var at = keys.firstPer(value);
    if (at == value.to()) {
      draft.error(
          value,
          "上限没有说每什么",
          "写成 200万元 每 " + object.root().name() + "，或 100万元 每 " + object.root().name() + " 每 年度");
      return null;
    }
    var node = draft.parse(Words.trimmed(value.source(), value.from(), at));
    var by = keys.read(new Span(value.source(), at, value.to()), object);
    var amount = node == null ? null : draft.expressions().check(node, scope, Type.MONEY);
    if (node == null || by == null || amount == null) {
      return null;
    }
    if (!Expressions.fits(amount.type(), Type.MONEY)) {
      draft.error(
          node.span(),
          "上限是金额，这里写的是" + amount.type().text(),
          Expressions.mend(Type.MONEY, amount.type()));
      return null;
    }
    return new Award.Limit("上限 " + entry.words(), amount, by);
  }

  public Award.@Nullable Quota quota(Statement statement, Entity object, Scope scope) {
    var entry = draft.only(statement, "名额", false);
    if (entry == null) {
      return null;
    }
    var value = entry.value();
    var at = keys.firstPer(value);
    if (at == value.to()) {
      draft.error(value, "名额没有说每什么", "写成 2家 每 " + object.root().name() + " 每 年度");
      return null;
    }
    var by = keys.read(new Span(value.source(), at, value.to()), object);
    var places = Numerals.places(draft, Words.trimmed(value.source(), value.from(), at), scope);
    return by == null || places == null ? null : new Award.Quota(places, by);
  }
}
