package duixian.service.law.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The law beside its computation, a version of it; `difference` is null unless two are compared.
public record PolicyPage(
    String title,
    String version,
    String effective,
    String expires,
    List<Article> articles,
    List<Reading> readings,
    List<String> open,
    List<Version> versions,
    @Nullable List<Change> difference) {
  public PolicyPage {
    articles = List.copyOf(articles);
    readings = List.copyOf(readings);
    open = List.copyOf(open);
    versions = List.copyOf(versions);
  }

  /// A clause: the law's words, the rules, the worked examples.
  public record Article(
      String clause, List<List<Piece>> quotes, List<Rule> rules, List<String> cases) {
    public Article {
      quotes = List.copyOf(quotes);
      rules = List.copyOf(rules);
      cases = List.copyOf(cases);
    }
  }

  /// A stretch of text; `number` when it is one of the law's numbers.
  public record Piece(String text, boolean number) {}

  /// An award, a cap, a target or a definition in words.
  public record Rule(String kind, String name, List<List<Piece>> lines) {
    public Rule {
      lines = List.copyOf(lines);
    }
  }

  /// What the text leaves open and how it is read; `by` says who took another choice and why.
  public record Reading(
      String name,
      String clause,
      String question,
      List<String> choices,
      String taken,
      String reason,
      String by) {
    public Reading {
      choices = List.copyOf(choices);
    }
  }

  public record Version(String version, String from, String by) {}

  /// A line that one of two versions has; `sign` is `+` or `-`.
  public record Change(String sign, String line) {}

  public List<Reading> readingsAt(String clause) {
    return readings.stream().filter(reading -> reading.clause().equals(clause)).toList();
  }
}
