package duixian.cli.report;

import duixian.policy.model.Award;
import duixian.policy.trace.Decision;
import duixian.policy.trace.Outcome;
import duixian.policy.value.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a result comes to: rows and sums by award, what each cap cut, which facts are missing,
/// which figures nobody has decided. Bounded in memory however many rows there are.
public final class Summary {
  /// Rows that lack facts are listed up to here and counted beyond.
  static final int LISTED = 12;

  private final Map<String, Line> awards = new LinkedHashMap<>();
  private final Map<String, Cutting> cuts = new LinkedHashMap<>();
  private final Map<String, Integer> undetermined = new LinkedHashMap<>();
  private final List<Decision> lacking = new ArrayList<>();
  private int lackingRows;

  /// Rows of one award; sums of more than a long of fen are possible over a million rows.
  static final class Line {
    private int payable;
    private int ineligible;
    private int lacking;
    private int undetermined;
    private BigInteger figure = BigInteger.ZERO;
    private BigInteger ceiling = BigInteger.ZERO;

    int rows() {
      return payable + ineligible + lacking + undetermined;
    }

    int payable() {
      return payable;
    }

    int ineligible() {
      return ineligible;
    }

    int lacking() {
      return lacking;
    }

    int undetermined() {
      return undetermined;
    }

    BigInteger figure() {
      return figure;
    }

    BigInteger ceiling() {
      return ceiling;
    }

    private void add(Line other) {
      payable += other.payable;
      ineligible += other.ineligible;
      lacking += other.lacking;
      undetermined += other.undetermined;
      figure = figure.add(other.figure);
      ceiling = ceiling.add(other.ceiling);
    }
  }

  /// How often a limit bit and how much it cut.
  record Cutting(int rows, BigInteger fen) {
    Cutting plus(Money amount) {
      return new Cutting(rows + 1, fen.add(BigInteger.valueOf(amount.fen())));
    }
  }

  public static Summary of(Result result) {
    var summary = new Summary();
    for (var award : result.policy().awards()) {
      summary.awards.put(award.name(), new Line());
    }
    result.decisions().forEach(summary::add);
    return summary;
  }

  Line line(Award award) {
    return awards.getOrDefault(award.name(), new Line());
  }

  Line total() {
    var total = new Line();
    awards.values().forEach(total::add);
    return total;
  }

  Map<String, Cutting> cuts() {
    return cuts;
  }

  Map<String, Integer> undetermined() {
    return undetermined;
  }

  List<Decision> lacking() {
    return lacking;
  }

  int lackingRows() {
    return lackingRows;
  }

  private void add(Decision decision) {
    var line = awards.computeIfAbsent(decision.award().name(), _ -> new Line());
    switch (decision.outcome()) {
      case Outcome.Payable(var figure, var ceiling, var bites) -> {
        line.payable++;
        line.figure = line.figure.add(BigInteger.valueOf(figure.fen()));
        line.ceiling = line.ceiling.add(BigInteger.valueOf(ceiling.fen()));
        for (var cut : bites) {
          var name = name(decision, cut);
          cuts.put(
              name, cuts.getOrDefault(name, new Cutting(0, BigInteger.ZERO)).plus(cut.amount()));
        }
      }
      case Outcome.Ineligible _ -> line.ineligible++;
      case Outcome.Lacking _ -> {
        line.lacking++;
        lackingRows++;
        if (lacking.size() < LISTED) {
          lacking.add(decision);
        }
      }
      case Outcome.Undetermined(var parts) -> {
        line.undetermined++;
        parts.forEach(part -> undetermined.merge(part, 1, Integer::sum));
      }
    }
  }

  /// An award's own ceiling says its amount only, so the award's name goes before it.
  private static String name(Decision decision, Outcome.Cut cut) {
    return cut.name().startsWith("上限") ? decision.award().name() + "的" + cut.name() : cut.name();
  }
}
