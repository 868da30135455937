package duixian.policy.check;

import duixian.policy.model.Reading;
import duixian.policy.model.Type;
import duixian.policy.resolve.Draft;
import duixian.policy.resolve.NewName;
import duixian.policy.source.Span;
import duixian.policy.syntax.Keyword;
import duixian.policy.syntax.Lexer;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Token;
import duixian.policy.syntax.Words;
import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 解释点, as a statement or as a line of another one.
final class ReadingCheck {
  private static final String CHOICES = "可选";
  private static final String TAKEN = "采用";
  private static final String REASON = "理由";

  private final Draft draft;

  ReadingCheck(Draft draft) {
    this.draft = draft;
  }

  void check(Statement statement) {
    if (statement.keyword() == Keyword.READING) {
      var choices = draft.only(statement, CHOICES, false);
      var question = draft.only(statement, "问", false);
      var reason = draft.only(statement, REASON, false);
      add(
          new Written(
              statement.head(),
              statement,
              question == null ? "" : question.words(),
              choices == null ? null : choices.value(),
              span(statement, TAKEN),
              reason == null ? "" : reason.words()));
    } else if (statement.keyword() != Keyword.EXAMPLE) {
      statement.entries(Keyword.READING.word()).forEach(entry -> line(statement, entry));
    }
  }

  /// The names of the 解释点 lines of a statement.
  static List<String> names(Statement statement) {
    return statement.entries(Keyword.READING.word()).stream()
        .map(entry -> Words.text(name(entry.value())))
        .toList();
  }

  private record Written(
      Span name,
      Statement statement,
      String question,
      @Nullable Span choices,
      @Nullable Span takenSpan,
      String reason) {
    String taken() {
      return takenSpan == null ? "" : withoutStop(Words.text(takenSpan));
    }
  }

  private static Span name(Span value) {
    var words = Words.words(value);
    return words.isEmpty() ? value : words.getFirst();
  }

  /// `名 问题；可选 甲、乙；采用 甲；理由 …`.
  private void line(Statement statement, Statement.Entry entry) {
    var value = entry.value();
    if (value.from() == value.to()) {
      draft.error(entry.key(), "解释点没有名称", "写成 解释点：名 问题；采用 选择");
      return;
    }
    var name = name(value);
    var question = new StringBuilder();
    @Nullable Span taken = null;
    var reason = "";
    @Nullable Span choices = null;
    for (var part : Words.parts(new Span(value.source(), name.to(), value.to()), "；;")) {
      var key = Words.words(part).getFirst().text();
      var words = Words.text(part);
      if (key.equals(CHOICES)) {
        choices = Words.trimmed(part.source(), part.from() + CHOICES.length(), part.to());
      } else if (words.startsWith(TAKEN)) {
        taken = Words.trimmed(part.source(), part.from() + TAKEN.length(), part.to());
      } else if (words.startsWith(REASON)) {
        reason = words.substring(REASON.length()).strip();
      } else {
        question.append(question.isEmpty() ? "" : "；").append(words);
      }
    }
    add(new Written(name, statement, question.toString(), choices, taken, reason));
  }

  private void add(Written written) {
    var name = Words.text(written.name());
    if (written.choices() != null && NewName.of(draft, written.name(), "解释点") == null) {
      return;
    }
    if (draft.reading(name) != null) {
      draft.error(written.name(), "解释点“" + name + "”写了两次", "换一个名称");
      return;
    }
    var choices = written.choices();
    if (choices == null) {
      draft.add(reading(name, written, List.of(), List.of(), 0, Type.FLAG));
      return;
    }
    var parts = Words.parts(choices, "、，,");
    var words = parts.stream().map(Words::text).map(ReadingCheck::withoutStop).toList();
    if (words.size() < 2 || new HashSet<>(words).size() < words.size()) {
      draft.error(
          choices.from() == choices.to() ? written.name() : choices, "可选项至少两个，且不重复", "用、分开：可选：甲、乙");
      return;
    }
    var position = words.indexOf(written.taken());
    if (position < 0) {
      draft.error(
          written.takenSpan() == null ? written.name() : written.takenSpan(),
          written.taken().isEmpty()
              ? "解释点“" + name + "”没有写采用哪一项"
              : "采用的“" + written.taken() + "”不在可选项里",
          "采用 " + String.join(" 或 ", words) + " 之一");
      return;
    }
    var numbers = numbers(parts);
    if (numbers != null) {
      draft.add(reading(name, written, words, numbers.values, position, numbers.type));
    } else if (parts.stream().allMatch(part -> NewName.of(draft, part, "可选项") != null)) {
      draft.add(reading(name, written, words, List.of(), position, new Type.Choice(words)));
    }
  }

  private static Reading reading(
      String name,
      Written written,
      List<String> words,
      List<Rational> numbers,
      int position,
      Type type) {
    return new Reading(
        name,
        written.statement().block().clause(),
        written.question(),
        words,
        numbers,
        position,
        written.taken(),
        written.reason(),
        type,
        written.name());
  }

  private record Numbers(List<Rational> values, Type type) {}

  /// The choices as numbers of one dimension; null when they are words, or numbers that do not mix
  /// (said here).
  private @Nullable Numbers numbers(List<Span> parts) {
    var values = new ArrayList<Rational>();
    @Nullable Type type = null;
    for (var part : parts) {
      var tokens = Lexer.tokens(part, new ArrayList<>());
      if (tokens.size() != 2 || !(tokens.getFirst() instanceof Token.Numeral(var figure, _))) {
        return null;
      }
      var next = new Type.Amount(figure.dimension());
      if (type != null && !type.equals(next)) {
        draft.error(part, "可选的数应当是同一种单位，这里是" + next.text(), "写成" + type.text());
      }
      type = type == null ? next : type;
      values.add(figure.value());
    }
    return type == null ? null : new Numbers(values, type);
  }

  private @Nullable Span span(Statement statement, String key) {
    var entry = draft.only(statement, key, false);
    return entry == null ? null : entry.value();
  }

  private static String withoutStop(String words) {
    var text = words.strip();
    return text.endsWith("。") ? text.substring(0, text.length() - 1).strip() : text;
  }
}
