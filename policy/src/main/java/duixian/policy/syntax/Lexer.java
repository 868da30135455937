package duixian.policy.syntax;

import duixian.policy.source.Diagnostic;
import duixian.policy.source.Span;
import duixian.policy.value.Dimension;
import duixian.policy.value.Rational;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Cuts a stretch of a block into tokens. Full- and half-width signs and digits are the same;
/// blanks and comments separate.
public final class Lexer {
  private final Span span;
  private final String text;
  private final List<Diagnostic> diagnostics;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(Span span, List<Diagnostic> diagnostics) {
    this.span = span;
    this.text = span.source().text();
    this.diagnostics = diagnostics;
    this.at = span.from();
  }

  /// The tokens of `span`, an [Token.End] last. What is no token becomes a diagnostic and is passed
  /// over.
  public static List<Token> tokens(Span span, List<Diagnostic> diagnostics) {
    return new Lexer(span, diagnostics).read();
  }

  private List<Token> read() {
    for (at = Words.skip(text, at, span.to()); at < span.to(); ) {
      if (NumberText.isDigit(text.charAt(at))) {
        number();
      } else if (isName(text.codePointAt(at))) {
        name(at);
      } else {
        sign();
      }
      at = Words.skip(text, at, span.to());
    }
    tokens.add(new Token.End(new Span(span.source(), span.to(), span.to())));
    return tokens;
  }

  private void name(int from) {
    while (at < span.to() && isName(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    var place = span(from);
    tokens.add(new Token.Name(place.text(), place));
  }

  private void sign() {
    var from = at;
    var sign = Signs.at(text, at, span.to());
    at = Math.min(span.to(), at + Math.max(1, sign.length()));
    if (sign.known()) {
      tokens.add(new Token.Sign(sign.text(), span(from)));
    } else {
      while (text.startsWith(sign.text(), at) && at + sign.length() <= span.to()) {
        at += sign.length();
      }
      error(span(from), "不认识的符号 " + sign.text(), Signs.mend(sign.text()));
    }
  }

  private void number() {
    var number = NumberText.at(text, at, span.to());
    var from = at;
    at = number.end();
    switch (number) {
      case NumberText.Word _ -> name(from);
      case NumberText.Date(var year, var month, var day, _) -> day(from, year, month, day);
      case NumberText.Ratio(_, var right, _) when right.signum() == 0 ->
          error(span(from), "比例的后项是零", "写成 1：1 这样的比例");
      case NumberText.Ratio(var left, var right, _) -> add(from, left.per(right), Dimension.RATIO);
      case NumberText.Percent(var value, _) ->
          add(from, value.per(Rational.of(100)), Dimension.RATIO);
      case NumberText.Amount(var value, var dimension, _) -> add(from, value, dimension);
      case NumberText.Wrong(var message, var mend, _) -> error(span(from), message, mend);
    }
  }

  private void day(int from, int year, int month, int day) {
    try {
      tokens.add(new Token.Day(LocalDate.of(year, month, day), span(from)));
    } catch (DateTimeException e) {
      error(span(from), "没有 " + span(from).text() + " 这一天", "写成真实的日期，如 2021年1月1日");
    }
  }

  private void add(int from, Rational value, Dimension dimension) {
    if (Figure.isStorable(value, dimension)) {
      tokens.add(new Token.Numeral(new Figure(value, dimension), span(from)));
    } else {
      error(span(from), "这个数太大，算不了", "金额最多九亿亿元，其余的数最多九万亿；检查单位是否多写了");
    }
  }

  private static boolean isName(int c) {
    return c != '的' && (Character.isLetterOrDigit(c) || c == '_' || c == '·');
  }

  private Span span(int from) {
    return new Span(span.source(), from, at);
  }

  private void error(Span place, String message, String mend) {
    diagnostics.add(Diagnostic.error(place, message, mend));
  }
}
