package duixian.policy.print;

import duixian.policy.syntax.Figure;
import duixian.policy.syntax.Node;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Token;
import duixian.policy.syntax.Words;
import duixian.policy.value.Dimension;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tokens and trees in their canonical form. An expression that is printed and parsed again is the
/// same tree.
public final class Printer {
  private Printer() {}

  /// One token a line: its kind and what it stands for.
  public static String tokens(List<Token> tokens) {
    return tokens.stream().map(Printer::token).collect(Collectors.joining("\n"));
  }

  private static String token(Token token) {
    return switch (token) {
      case Token.Name(var text, _) -> "名称 " + text;
      case Token.Numeral(var figure, _) -> "数 " + figure(figure);
      case Token.Day(var day, _) -> "日期 " + day;
      case Token.Sign(var text, _) -> "符号 " + text;
      case Token.End _ -> "完";
    };
  }

  /// Keyword, name and value, then `键：值` on a line each, without comments.
  public static String statement(Statement statement) {
    var text = new StringBuilder(statement.keyword().word());
    if (!statement.name().isEmpty()) {
      text.append(' ').append(statement.name());
    }
    var value = statement.value();
    if (value != null) {
      text.append('：').append(Words.text(value));
    }
    for (var entry : statement.entries()) {
      text.append("\n  ").append(entry.name()).append('：').append(entry.words());
    }
    return text.toString();
  }

  /// With a bracket around every part that is not a single word.
  public static String expression(Node node) {
    return switch (node) {
      case Node.Numeral(var figure, _) -> figure(figure);
      case Node.Day(var day, _) ->
          "%04d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
      case Node.Name(var name, _) -> name;
      case Node.Member(var of, var name, _) -> inner(of) + "的" + name.name();
      case Node.Call(var name, var arguments, var filter, _) ->
          name.name() + "(" + arguments(arguments, filter) + ")";
      case Node.Binary(var operator, var left, var right, _) ->
          inner(left) + " " + operator + " " + inner(right);
      case Node.Chain(var all, var parts, _) ->
          parts.stream().map(Printer::inner).collect(Collectors.joining(all ? " 且 " : " 或 "));
      case Node.Not(var part, _) -> "非 " + inner(part);
      case Node.Match(var subject, var cases, _) ->
          "按 "
              + inner(subject)
              + "："
              + cases.stream()
                  .map(one -> inner(one.value()) + " → " + inner(one.then()))
                  .collect(Collectors.joining("；"));
      case Node.Tiers tiers -> tiers(tiers);
      case Node.Undecided(var who, var what, _) ->
          "待定（" + who + (what.isEmpty() ? "" : "：" + what) + "）";
    };
  }

  private static String tiers(Node.Tiers tiers) {
    var text = new StringBuilder("分档(").append(expression(tiers.of()));
    text.append(tiers.marginal() ? "：累进" : "：全额");
    for (var step : tiers.steps()) {
      text.append(", ")
          .append(step.bound() == null ? "其余" : "不超过 " + inner(step.bound()))
          .append(" → ")
          .append(inner(step.rate()));
    }
    return text.append(")").toString();
  }

  private static String arguments(List<Node> arguments, @Nullable Node filter) {
    var first = expression(arguments.getFirst());
    var rest = arguments.subList(1, arguments.size()).stream().map(Printer::expression);
    return Stream.concat(
            Stream.of(filter == null ? first : first + " 其中 " + expression(filter)), rest)
        .collect(Collectors.joining(", "));
  }

  private static String inner(Node node) {
    return switch (node) {
      case Node.Binary _, Node.Chain _, Node.Not _, Node.Match _ -> "(" + expression(node) + ")";
      case Node.Numeral _,
          Node.Day _,
          Node.Name _,
          Node.Member _,
          Node.Call _,
          Node.Tiers _,
          Node.Undecided _ ->
          expression(node);
    };
  }

  /// In the base unit; a ratio as `3：5`.
  static String figure(Figure figure) {
    var value = figure.value();
    if (figure.dimension().equals(Dimension.RATIO)) {
      return value.numerator() + "：" + value.denominator();
    }
    return new BigDecimal(value.numerator())
            .divide(new BigDecimal(value.denominator()))
            .toPlainString()
        + figure.dimension().unit();
  }
}
