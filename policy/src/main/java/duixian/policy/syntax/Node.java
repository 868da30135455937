package duixian.policy.syntax;

import duixian.policy.source.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression as it is written.
public sealed interface Node {
  Span span();

  /// A number of the law.
  record Numeral(Figure figure, Span span) implements Node {}

  /// A calendar day.
  record Day(LocalDate day, Span span) implements Node {}

  /// A bare name.
  record Name(String name, Span span) implements Node {}

  /// `of 的 name`.
  record Member(Node of, Name name, Span span) implements Node {}

  /// `name(first 其中 filter, rest…)`; `first` is the head of `arguments`.
  record Call(Name name, List<Node> arguments, @Nullable Node filter, Span span) implements Node {}

  /// Arithmetic, comparison or fallback; `operator` is the canonical sign or word.
  record Binary(String operator, Node left, Node right, Span span) implements Node {}

  /// A chain of 且 or of 或.
  record Chain(boolean all, List<Node> parts, Span span) implements Node {}

  /// 非.
  record Not(Node part, Span span) implements Node {}

  /// `按 subject：value → then；…`.
  record Match(Node subject, List<Case> cases, Span span) implements Node {}

  /// A case of [Match].
  record Case(Node value, Node then) {}

  /// `分档(of：全额, 不超过 A → r, …, 其余 → t)`; `marginal` is 累进. The last step has no bound.
  record Tiers(Node of, boolean marginal, List<Step> steps, Span span) implements Node {}

  /// A step of [Tiers].
  record Step(@Nullable Node bound, Node rate) {}

  /// `待定（who：what）`.
  record Undecided(String who, String what, Span span) implements Node {}
}
