package duixian.policy.document;

import duixian.policy.source.Span;
import java.util.List;

/// A fenced 规则 block: the clause it stands under, the quotes directly above it, and its text
/// between the fences.
public record Block(String clause, List<Quote> quotes, Span body) {
  public Block {
    quotes = List.copyOf(quotes);
  }
}
