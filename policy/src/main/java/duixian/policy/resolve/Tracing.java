package duixian.policy.resolve;

import duixian.policy.document.Block;
import duixian.policy.document.Quote;
import duixian.policy.law.QuotedNumber;
import duixian.policy.source.Span;
import duixian.policy.syntax.Node;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which sentence of the law holds a number of a block.
final class Tracing {
  private static final String ENDS = "。；;\n";
  private static final int SHOWN = 8;

  private final Draft draft;
  private final IdentityHashMap<Quote, List<QuotedNumber>> quoted = new IdentityHashMap<>();

  Tracing(Draft draft) {
    this.draft = draft;
  }

  /// The sentence of the block's quotes, or null after a diagnostic.
  @Nullable Span quote(Node.Numeral node, Block block) {
    for (var quote : block.quotes()) {
      for (var number : numbers(quote)) {
        if (number.is(node.figure().value(), node.figure().dimension())) {
          return sentence(quote.span(), number);
        }
      }
    }
    draft.error(
        node.span(),
        block.quotes().isEmpty() ? "这个数没有出处：规则块上方没有引文" : "引文里没有 " + node.span().text() + " 这个数",
        written(block) + "在块的上方引用写有它的条文；条文没有写的数放进 解释点");
    return null;
  }

  private List<QuotedNumber> numbers(Quote quote) {
    return quoted.computeIfAbsent(quote, q -> QuotedNumber.scan(q.span().text()));
  }

  private String written(Block block) {
    var texts = new LinkedHashSet<String>();
    for (var quote : block.quotes()) {
      for (var number : numbers(quote)) {
        if (number.dimension() != null && texts.size() < SHOWN) {
          texts.add(quote.span().text().substring(number.from(), number.to()));
        }
      }
    }
    return texts.isEmpty() ? "" : "引文里的数有：" + String.join("、", texts) + "。";
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
