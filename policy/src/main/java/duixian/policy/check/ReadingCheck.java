package duixian.policy.check;

import duixian.policy.resolve.Draft;
import duixian.policy.model.Reading;
import duixian.policy.model.Type;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.Span;
import duixian.policy.syntax.Keyword;
import duixian.policy.syntax.Lexer;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Token;
import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 解释点, as a statement or as a line of another one.
final class ReadingCheck {
  private final Draft draft;

  ReadingCheck(Draft draft) {
    this.draft = draft;
  }

  void check(Statement statement) {
    if (statement.keyword() == Keyword.READING) {
      add(
          statement.name(),
          statement,
          value(statement, "问"),
          draft.only(statement, "可选", false),
          value(statement, "采用"),
          value(statement, "理由"),
          statement.head());
      return;
    }
    if (statement.keyword() != Keyword.EXAMPLE) {
      statement.entries(Keyword.READING.word()).forEach(entry -> line(statement, entry));
    }
  }

  /// `名 问题；可选 甲、乙；采用 甲；理由 …`.
  private void line(Statement statement, Statement.Entry entry) {
    var text = entry.value().text();
    var name = text.split("\\s", 2)[0];
    var question = new StringBuilder();
    var taken = "";
    var reason = "";
    Statement.@Nullable Entry choices = null;
    var from = name.length();
    for (var part : text.substring(from).split("(?<=[；;])", -1)) {
      var words = part.replaceFirst("[；;。]+$", "").strip();
      if (words.startsWith("可选")) {
        var start = entry.value().from() + from + part.indexOf("可选");
        var source = entry.value().source();
        var key = new Span(source, start, start + 2);
        var body = new Span(source, start + 2, start + words.length());
        choices = new Statement.Entry(key, body);
      } else if (words.startsWith("采用")) {
        taken = words.substring(2).strip();
      } else if (words.startsWith("理由")) {
        reason = words.substring(2).strip();
      } else {
        question.append(question.isEmpty() ? "" : "；").append(words);
      }
      from += part.length();
    }
    if (name.isEmpty()) {
      draft.error(entry.key(), "解释点没有名称", "写成 解释点：名 问题；采用 选择");
      return;
    }
    add(name, statement, question.toString(), choices, taken, reason, entry.value());
  }

  private void add(
      String name,
      Statement statement,
      String question,
      Statement.@Nullable Entry choices,
      String taken,
      String reason,
      Span span) {
    if (draft.readings.containsKey(name)) {
      draft.error(span, "解释点“" + name + "”写了两次", "换一个名称");
      return;
    }
    if (choices == null) {
      draft.readings.put(
          name,
          new Reading(
              name, statement.block().clause(), question, List.of(), List.of(), 0, taken, reason, Type.FLAG, span));
      return;
    }
    var words =
        Arrays.stream(choices.value().text().split("[、，,]"))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.size() < 2 || words.stream().distinct().count() < words.size()) {
      draft.error(choices.value(), "可选项至少两个，且不重复", "用、分开：可选：甲、乙");
      return;
    }
    var position = words.indexOf(taken);
    if (position < 0) {
      draft.error(
          span,
          taken.isEmpty() ? "解释点没有写采用哪一项" : "采用的“" + taken + "”不在可选项里",
          "采用 " + String.join(" 或 ", words) + " 之一");
      return;
    }
    var numbers = numbers(choices.value());
    var type = numbers == null ? new Type.Choice(words) : numbers.type;
    draft.readings.put(
        name,
        new Reading(
            name,
            statement.block().clause(),
            question,
            words,
            numbers == null ? List.of() : numbers.values,
            position,
            taken,
            reason,
            type,
            span));
  }

  private record Numbers(List<Rational> values, Type type) {}

  /// The choices as numbers of one dimension, or null when they are words.
  private @Nullable Numbers numbers(Span span) {
    var quiet = new ArrayList<Diagnostic>();
    var values = new ArrayList<Rational>();
    @Nullable Type type = null;
    for (var token : Lexer.tokens(span, quiet)) {
      if (token instanceof Token.Numeral(var figure, _)) {
        var next = new Type.Amount(figure.dimension());
        if (type != null && !type.equals(next)) {
          draft.error(span, "可选的数应当是同一种单位", "写成同一种单位");
          return null;
        }
        type = next;
        values.add(figure.value());
      } else if (token instanceof Token.Name || token instanceof Token.Day) {
        return null;
      }
    }
    return type == null ? null : new Numbers(values, type);
  }

  private String value(Statement statement, String key) {
    var entry = draft.only(statement, key, false);
    return entry == null ? "" : entry.value().text().strip();
  }
}
