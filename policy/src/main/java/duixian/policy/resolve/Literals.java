package duixian.policy.resolve;

import duixian.policy.model.Literal;
import duixian.policy.model.Type;
import duixian.policy.syntax.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Every number of the policy: its id, the words of the law that hold it, its revisions.
public final class Literals {
  private final Draft draft;
  private final Tracing tracing;
  private final Map<Integer, Literal> byPlace = new LinkedHashMap<>();
  private final Map<String, Integer> used = new HashMap<>();
  private final Map<String, String> current = new LinkedHashMap<>();
  private final List<Revision> revisions = new ArrayList<>();

  Literals(Draft draft) {
    this.draft = draft;
    this.tracing = new Tracing(draft);
  }

  public Collection<Literal> all() {
    return byPlace.values();
  }

  public void add(Revision revision) {
    revisions.add(revision);
    revisions.sort(Comparator.comparing(Revision::from));
  }

  /// The literal at this place; the same place checked again (a cap over several awards) is the
  /// same literal.
  public Literal of(Node.Numeral node, Scope scope) {
    var known = byPlace.get(node.span().from());
    if (known != null) {
      return known;
    }
    var name = scope.statement() + "." + scope.key();
    var base = scope.clause() + "." + name;
    var count = used.merge(base, 1, Integer::sum);
    var value = node.figure().value();
    var literal =
        new Literal(
            count == 1 ? base : base + "." + count,
            new Type.Amount(node.figure().dimension()),
            value,
            node.span().text(),
            changes(node, name, base),
            scope.traced() && value.signum() != 0 ? tracing.quote(node, scope.block()) : null,
            node.span());
    var last = literal.changes().isEmpty() ? literal.text() : literal.changes().getLast().text();
    current.merge(name, last, (one, other) -> one + "、" + other);
    byPlace.put(node.span().from(), literal);
    return literal;
  }

  /// What no literal took up is a revision of nothing.
  public void finish() {
    for (var revision : revisions) {
      if (!revision.taken()) {
        draft.error(
            revision.before().span(),
            "没有可修订的数：" + revision.target() + " 里没有 " + revision.before().span().text(),
            mend(revision));
      }
    }
  }

  private String mend(Revision revision) {
    for (var name : current.keySet()) {
      if (revision.touches(name)) {
        return "那里的数是 " + current.get(name) + "；旧值写这次修订之前有效的数";
      }
    }
    return Names.nearest(revision.target(), new LinkedHashSet<>(current.keySet()))
        + "写成 改：奖补名.键 旧值 → 新值";
  }

  private List<Literal.Change> changes(Node.Numeral node, String name, String id) {
    var changes = new ArrayList<Literal.Change>();
    var now = node.figure();
    for (var revision : revisions) {
      if ((revision.touches(name) || revision.touches(id))
          && revision.before().figure().equals(now)) {
        now = revision.after().figure();
        revision.take();
        changes.add(
            new Literal.Change(
                revision.from(), now.value(), revision.after().span().text(), revision.name()));
      }
    }
    return changes;
  }
}
