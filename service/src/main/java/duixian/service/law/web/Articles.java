package duixian.service.law.web;

import duixian.policy.document.Block;
import duixian.policy.document.Document;
import duixian.policy.document.Quote;
import duixian.policy.law.QuotedNumber;
import duixian.policy.source.SourceText;
import duixian.service.law.web.PolicyPage.Article;
import duixian.service.law.web.PolicyPage.Piece;
import duixian.service.law.web.PolicyPage.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A literate policy as pairs of columns: each clause with its words and its rules.
final class Articles {
  /// Statements that say what is paid or aimed at; the others describe records or prove rules.
  private static final Set<String> SHOWN = Set.of("奖补", "限额", "目标", "定义");

  private static final String CASE = "算例";

  private Articles() {}

  static List<Article> of(SourceText literate) {
    var document = Document.parse(literate, new ArrayList<>());
    var clauses = new LinkedHashMap<String, List<Quote>>();
    document
        .quotes()
        .forEach(
            quote -> clauses.computeIfAbsent(quote.clause(), _ -> new ArrayList<>()).add(quote));
    document
        .blocks()
        .forEach(block -> clauses.computeIfAbsent(block.clause(), _ -> new ArrayList<>()));
    return clauses.entrySet().stream()
        .map(entry -> article(entry.getKey(), entry.getValue(), document.blocks()))
        .filter(article -> !article.quotes().isEmpty() || !article.rules().isEmpty())
        .toList();
  }

  private static Article article(String clause, List<Quote> quotes, List<Block> blocks) {
    var statements =
        blocks.stream()
            .filter(block -> block.clause().equals(clause))
            .flatMap(block -> statements(block.body().text()))
            .toList();
    return new Article(
        clause,
        quotes.stream().map(quote -> pieces(quote.text())).toList(),
        statements.stream().filter(one -> SHOWN.contains(kind(one))).map(Articles::rule).toList(),
        statements.stream().filter(one -> kind(one).equals(CASE)).toList());
  }

  /// Each unindented line begins a statement.
  private static Stream<String> statements(String body) {
    var statements = new ArrayList<String>();
    for (var line : body.lines().toList()) {
      if (line.isBlank()) {
        continue;
      }
      if (line.startsWith(" ") && !statements.isEmpty()) {
        statements.add(statements.removeLast() + "\n" + line);
      } else {
        statements.add(line);
      }
    }
    return statements.stream();
  }

  private static String kind(String statement) {
    var space = statement.indexOf(' ');
    return space < 0 ? "" : statement.substring(0, space);
  }

  private static Rule rule(String statement) {
    var lines = statement.lines().toList();
    var head = lines.getFirst().substring(kind(statement).length()).strip();
    return new Rule(
        kind(statement), head, lines.stream().skip(1).map(line -> pieces(line.strip())).toList());
  }

  /// The text with its numbers apart, so that both columns can mark them.
  static List<Piece> pieces(String text) {
    var pieces = new ArrayList<Piece>();
    var at = 0;
    for (var number : QuotedNumber.scan(text)) {
      if (number.from() >= at) {
        pieces.add(new Piece(text.substring(at, number.from()), false));
        pieces.add(new Piece(text.substring(number.from(), number.to()), true));
        at = number.to();
      }
    }
    pieces.add(new Piece(text.substring(at), false));
    return pieces;
  }
}
