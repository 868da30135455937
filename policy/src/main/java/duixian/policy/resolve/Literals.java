package duixian.policy.resolve;

import duixian.policy.law.QuotedNumber;
import duixian.policy.model.Literal;
import duixian.policy.model.Type;
import duixian.policy.source.Span;
import duixian.policy.syntax.Block;
import duixian.policy.syntax.Node;
import duixian.policy.syntax.Quote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every number of the policy: its id, the words of the law that hold it, its revisions.
public final class Literals {
  private static final String ENDS = "。；;\n";

  private final Draft draft;
  private final Map<Integer, Literal> byPlace = new LinkedHashMap<>();
  private final Map<String, Integer> used = new HashMap<>();
  private final IdentityHashMap<Quote, List<QuotedNumber>> quoted = new IdentityHashMap<>();
  private final List<Revision> revisions = new ArrayList<>();

  Literals(Draft draft) {
    this.draft = draft;
  }

  public Collection<Literal> all() {
    return byPlace.values();
  }

  public void add(Revision revision) {
    revisions.add(revision);
    revisions.sort((a, b) -> a.from().compareTo(b.from()));
  }

  /// The literal at this place; the same place checked again (a cap over several awards) is the same literal.
  public Literal of(Node.Numeral node, Scope scope) {
    var known = byPlace.get(node.span().from());
    if (known != null) {
      return known;
    }
    var base = scope.clause() + "." + scope.statement() + "." + scope.key();
    var count = used.merge(base, 1, Integer::sum);
    var value = node.figure().value();
    var quote = scope.traced() && value.signum() != 0 ? trace(node, scope.block()) : null;
    var literal =
        new Literal(
            count == 1 ? base : base + "." + count,
            new Type.Amount(node.figure().dimension()),
            value,
            node.span().text(),
            changes(node, scope),
            quote,
            node.span());
    byPlace.put(node.span().from(), literal);
    return literal;
  }

  /// What no literal took up is a revision of nothing.
  public void finish() {
    for (var revision : revisions) {
      if (!revision.taken()) {
        draft.error(
            revision.span(),
            "没有可修订的数：" + revision.target() + " 中没有 " + revision.before().span().text(),
            "写成 奖补名.键 旧值 → 新值，旧值是修订前有效的数");
      }
    }
  }

  private List<Literal.Change> changes(Node.Numeral node, Scope scope) {
    var changes = new ArrayList<Literal.Change>();
    var now = node.figure();
    for (var revision : revisions) {
      if (revision.touches(scope) && revision.before().figure().equals(now)) {
        now = revision.after().figure();
        revision.take();
        changes.add(
            new Literal.Change(
                revision.from(), now.value(), revision.after().span().text(), revision.name()));
      }
    }
    return changes;
  }

  private @Nullable Span trace(Node.Numeral node, Block block) {
    for (var quote : block.quotes()) {
      for (var number : quoted.computeIfAbsent(quote, q -> QuotedNumber.scan(q.span().text()))) {
        if (number.is(node.figure().value(), node.figure().dimension())) {
          return sentence(quote.span(), number);
        }
      }
    }
    draft.error(
        node.span(),
        block.quotes().isEmpty()
            ? "这个数没有出处：规则块上方没有引文"
            : "引文里没有 " + node.span().text() + " 这个数",
        "在块的上方引用写有它的条文；条文没有写的数放进 解释点");
    return null;
  }

  private static Span sentence(Span quote, QuotedNumber number) {
    var text = quote.text();
    var from = number.from();
    while (from > 0 && ENDS.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    while (text.charAt(from) == '>' || Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    var to = number.to();
    while (to < text.length() && ENDS.indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return new Span(quote.source(), quote.from() + from, quote.from() + to);
  }
}
