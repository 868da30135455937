package duixian.policy.syntax;

import duixian.policy.source.Diagnostic;
import duixian.policy.source.Span;
import duixian.policy.value.Dimension;
import duixian.policy.value.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Cuts a stretch of a block into tokens. Full- and half-width signs are the same; blanks and `#` comments separate.
public final class Lexer {
  /// A name such as 5G网络覆盖率; m² is a unit.
  private static final Pattern LATIN = Pattern.compile("\\d+[A-Za-z](?!²)");
  private static final Pattern DAY = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
  private static final Pattern RATIO = Pattern.compile("(\\d+)[:：](\\d+)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)(?:([%％])|(万亿|千万|百万|亿|万|千|百)?([\\p{L}㎡²]+(?:/[\\p{L}㎡²]+)*)?)");
  private static final Map<Character, String> SIGNS =
      Map.ofEntries(
          Map.entry('（', "("), Map.entry('）', ")"), Map.entry('：', ":"), Map.entry('；', ";"),
          Map.entry('，', ","), Map.entry('、', ","), Map.entry('＝', "="), Map.entry('＋', "+"),
          Map.entry('－', "-"), Map.entry('−', "-"), Map.entry('–', "-"), Map.entry('×', "×"), Map.entry('*', "×"),
          Map.entry('＊', "×"), Map.entry('÷', "÷"), Map.entry('／', "÷"), Map.entry('/', "÷"),
          Map.entry('＜', "<"), Map.entry('＞', ">"), Map.entry('≤', "≤"), Map.entry('≥', "≥"),
          Map.entry('≠', "≠"), Map.entry('→', "→"), Map.entry('｛', "{"), Map.entry('｝', "}"),
          Map.entry('的', "的"), Map.entry('．', "."));
  private static final String PLAIN = "():;,=+-<>{}.";

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

  /// The tokens of `span`, an [Token.End] last. What is no token becomes a diagnostic and is passed over.
  public static List<Token> tokens(Span span, List<Diagnostic> diagnostics) {
    return new Lexer(span, diagnostics).read();
  }

  private List<Token> read() {
    while (at < span.to()) {
      var c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\u3000' || c == '\u00A0') {
        at++;
      } else if (c == '#') {
        while (at < span.to() && text.charAt(at) != '\n') {
          at++;
        }
      } else if (c >= '0' && c <= '9' && !LATIN.matcher(text).region(at, span.to()).lookingAt()) {
        number();
      } else if (c != '的' && Character.isLetterOrDigit(c)) {
        name();
      } else {
        sign(c);
      }
    }
    tokens.add(new Token.End(new Span(span.source(), span.to(), span.to())));
    return tokens;
  }

  private void name() {
    var from = at;
    while (at < span.to() && isName(text.charAt(at))) {
      at++;
    }
    var place = span(from);
    tokens.add(new Token.Name(place.text(), place));
  }

  private void sign(char c) {
    var from = at++;
    if (c == '-' && at < span.to() && text.charAt(at) == '>') {
      at++;
      tokens.add(new Token.Sign("→", span(from)));
      return;
    }
    if ((c == '<' || c == '>') && at < span.to() && text.charAt(at) == '=') {
      at++;
      tokens.add(new Token.Sign(c == '<' ? "≤" : "≥", span(from)));
      return;
    }
    var sign = PLAIN.indexOf(c) >= 0 ? String.valueOf(c) : SIGNS.get(c);
    if (sign == null) {
      error(span(from), "不认识的符号 “" + c + "”", "删去它，或写成语言里的符号");
    } else {
      tokens.add(new Token.Sign(sign, span(from)));
    }
  }

  private void number() {
    var from = at;
    var day = DAY.matcher(text).region(at, span.to());
    if (day.lookingAt()) {
      at = day.end();
      try {
        var date =
            LocalDate.of(
                Integer.parseInt(day.group(1)),
                Integer.parseInt(day.group(2)),
                Integer.parseInt(day.group(3)));
        tokens.add(new Token.Day(date, span(from)));
      } catch (DateTimeException e) {
        error(span(from), "没有 " + day.group() + " 这一天", "写成真实的日期，如 2021年1月1日");
      }
      return;
    }
    var ratio = RATIO.matcher(text).region(at, span.to());
    if (ratio.lookingAt()) {
      at = ratio.end();
      ratio(from, new BigInteger(ratio.group(1)), new BigInteger(ratio.group(2)));
      return;
    }
    var number = NUMBER.matcher(text).region(at, span.to());
    if (!number.lookingAt()) {
      throw new IllegalStateException("no number at " + span(from));
    }
    at = number.end();
    var value = Rational.of(new BigDecimal(number.group(1)));
    if (number.group(2) != null) {
      add(from, value.per(Rational.of(100)), Dimension.RATIO);
      return;
    }
    var unit = number.group(4) == null ? "" : number.group(4);
    var multiplier = number.group(3) == null ? "" : number.group(3);
    var dimension = unit.isEmpty() ? Dimension.COUNT : Units.dimension(unit);
    if (dimension == null) {
      error(span(from), "不认识的单位 “" + unit + "”", "数字后面可以写：" + Units.known());
      dimension = Dimension.COUNT;
    }
    var factor = Units.multiplier(multiplier);
    add(from, factor == null ? value : value.times(factor), dimension);
  }

  private void ratio(int from, BigInteger left, BigInteger right) {
    if (right.signum() == 0) {
      error(span(from), "比例的后项是零", "写成 1：1 这样的比例");
      return;
    }
    add(from, new Rational(left, right), Dimension.RATIO);
  }

  private void add(int from, Rational value, Dimension dimension) {
    tokens.add(new Token.Numeral(new Figure(value, dimension), span(from)));
  }

  private static boolean isName(char c) {
    return c != '的' && (Character.isLetterOrDigit(c) || c == '_' || c == '·');
  }

  private Span span(int from) {
    return new Span(span.source(), from, at);
  }

  private void error(Span place, String message, String mend) {
    diagnostics.add(Diagnostic.error(place, message, mend));
  }
}
