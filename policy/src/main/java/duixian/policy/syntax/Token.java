package duixian.policy.syntax;

import duixian.policy.source.Span;
import java.time.LocalDate;

/// A token of a value; signs are half-width.
public sealed interface Token {
  Span span();

  /// A word: letters, digits behind the first letter, without 的.
  record Name(String text, Span span) implements Token {}

  /// A number with its unit, as the law writes it.
  record Numeral(Figure figure, Span span) implements Token {}

  /// 2021年1月1日.
  record Day(LocalDate day, Span span) implements Token {}

  /// An operator or punctuation mark; `的` is one.
  record Sign(String text, Span span) implements Token {}

  /// Behind the last token.
  record End(Span span) implements Token {}
}
