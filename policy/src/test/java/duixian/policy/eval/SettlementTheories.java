package duixian.policy.eval;

import static duixian.policy.eval.Law.award;
import static duixian.policy.eval.Law.scope;
import static duixian.policy.eval.Words.YEAR;
import static duixian.policy.eval.Words.fact;
import static duixian.policy.eval.Words.own;
import static duixian.policy.eval.Words.parent;
import static duixian.policy.eval.Words.percent;
import static duixian.policy.eval.Words.sumOf;
import static duixian.policy.eval.Words.times;
import static duixian.policy.eval.Words.years;
import static duixian.policy.eval.Words.yuan;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import duixian.policy.model.Cap;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.trace.Decision;
import duixian.policy.trace.Explanation;
import duixian.policy.trace.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettlementTheories {
  private static final Expr CONTRACT = fact(Town.PROJECT, Town.CONTRACT);
  private static final Expr ACCEPTED_ON = fact(Town.PROJECT, Town.ACCEPTED_ON);
  private static final Key PLATFORM = parent(Town.PLATFORM);
  private static final int EXAMPLES = 200;

  /// A limit per platform, a yearly cap and a second award in it, shared by `sharing`.
  private static Law law(long limit, long cap, Cap.Sharing sharing, Cap.Excess excess) {
    return Law.of(
            award("项目", Town.PROJECT, CONTRACT).on(ACCEPTED_ON).limit(yuan(limit), PLATFORM),
            award("节点", Town.NODE, times(fact(Town.NODE, Town.NATIONAL), percent(50)))
                .atMost(years(3), PLATFORM))
        .cap(
            "年度总额",
            null,
            sharing,
            excess,
            scope(0, yuan(cap), PLATFORM, YEAR),
            scope(1, yuan(cap), PLATFORM, YEAR));
  }

  /// Two platforms; record `i` is a project or a node figure of `seeds[i]`.
  private static Town town(List<Integer> seeds, long shuffle) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < seeds.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(shuffle));
    var town = new Town().platform("P0").platform("P1");
    for (var i : order) {
      var seed = seeds.get(i);
      var platform = "P" + seed % 2;
      var year = 2021 + seed / 2 % 5;
      if (seed % 3 == 0) {
        town.node("N" + i, platform, year, "1", "国家奖补", seed / 7 + "." + seed % 100);
      } else {
        var day = "%d-%02d-%02d".formatted(year, 1 + seed / 11 % 12, 1 + seed / 13 % 28);
        town.project("X" + i, platform, day, seed / 5 + ".01");
      }
    }
    return town;
  }

  private static long granted(List<Decision> decisions, String root, int year) {
    return decisions.stream()
        .filter(d -> d.root().equals(root) && d.year() == year)
        .mapToLong(SettlementTheories::ceiling)
        .sum();
  }

  private static long ceiling(Decision decision) {
    return decision.outcome() instanceof Outcome.Payable payable ? payable.ceiling().fen() : 0;
  }

  private static boolean isWithin(List<Decision> decisions, long limit, long cap) {
    for (var root : List.of("P0", "P1")) {
      var total = 0L;
      for (int year = 2021; year <= 2025; year++) {
        if (granted(decisions, root, year) > cap * 100) {
          return false;
        }
      }
      for (var decision : decisions) {
        total +=
            decision.root().equals(root) && decision.award().index() == 0 ? ceiling(decision) : 0;
      }
      if (total > limit * 100) {
        return false;
      }
    }
    return true;
  }

  @Test
  void noCeilingIsEverExceeded() {
    qt().withExamples(EXAMPLES)
        .forAll(
            lists().of(integers().between(0, 100_000)).ofSizeBetween(0, 25),
            longs().between(0, 60_000),
            longs().between(0, 60_000),
            integers().between(0, 2))
        .check((seeds, limit, cap, how) -> {
          var sharing = how == 0 ? new Cap.Sharing.ProRata() : new Cap.Sharing.FirstCome();
          var excess = how == 1 ? new Cap.Excess.Refuse() : new Cap.Excess.Cut();
          return isWithin(law(limit, cap, sharing, excess).decide(town(seeds, 1)), limit, cap);
        });
  }

  @Test
  void theOrderOfTheFilesChangesNothing() {
    qt().withExamples(EXAMPLES)
        .forAll(
            lists().of(integers().between(0, 100_000)).ofSizeBetween(0, 25),
            longs().between(0, 60_000),
            longs().between(1, 1_000))
        .check((seeds, cap, shuffle) -> {
          var law = law(40_000, cap, new Cap.Sharing.FirstCome(), new Cap.Excess.Cut());
          return rows(law, town(seeds, 0)).equals(rows(law, town(seeds, shuffle)));
        });
  }

  @Test
  void cutsAddUpToWhatIsNotGranted() {
    qt().withExamples(EXAMPLES)
        .forAll(
            lists().of(integers().between(0, 100_000)).ofSizeBetween(0, 25),
            longs().between(0, 30_000),
            longs().between(0, 30_000))
        .check((seeds, limit, cap) ->
            law(limit, cap, new Cap.Sharing.ProRata(), new Cap.Excess.Cut())
                .decide(town(seeds, 1))
                .stream()
                .allMatch(SettlementTheories::addsUp));
  }

  @Test
  void moreCapitalNeverPaysLess() {
    var law =
        Law.of(
            award("落地", Town.PLATFORM, times(fact(Town.PLATFORM, Town.CAPITAL), percent(20)))
                .limit(yuan(2_000_000), own(Town.PLATFORM)));
    qt().forAll(longs().between(0, 2_000_000_000L), longs().between(0, 2_000_000_000L))
        .check((fen, more) ->
            landing(law, fen) <= landing(law, fen + more)
                && landing(law, fen) == Math.min(fen / 5, 200_000_000L));
  }

  @Test
  void thePartsOfASumAddUp() {
    var law =
        Law.of(
            award("国家", Town.PLATFORM, sumOf(Town.NODE, fact(Town.NODE, Town.NATIONAL)))
                .everyYear());
    qt().withExamples(EXAMPLES)
        .forAll(lists().of(integers().between(0, 10_000_000)).ofSizeBetween(1, 40))
        .check(amounts -> {
          var town = new Town().platform("P1");
          for (int i = 0; i < amounts.size(); i++) {
            var yuan = BigDecimal.valueOf(amounts.get(i), 2).toPlainString();
            town.node("N" + i, "P1", 2022, "1", "国家奖补", yuan);
          }
          var decision = Explainer.of(law.run(), law.facts(town)).explain("P1").getFirst();
          var tree = find(Objects.requireNonNull(decision.explanation()), "合计(节点情况的国家奖补)");
          var parts = tree.parts().stream().mapToLong(part -> fen(part.value())).sum();
          return fen(tree.value()) == parts && parts == ceiling(decision);
        });
  }

  @Test
  void whatACeilingSaysWasUsedIsTheSumOfItsParts() {
    qt().withExamples(EXAMPLES)
        .forAll(
            lists().of(integers().between(0, 100_000)).ofSizeBetween(0, 25),
            longs().between(0, 60_000))
        .check((seeds, cap) -> {
          var law = law(50_000, cap, new Cap.Sharing.FirstCome(), new Cap.Excess.Cut());
          var explainer = Explainer.of(law.run(), law.facts(town(seeds, 1)));
          return List.of("P0", "P1").stream()
              .flatMap(root -> explainer.explainAllOf(root).stream())
              .map(decision -> Objects.requireNonNull(decision.explanation()))
              .flatMap(tree -> tree.parts().stream())
              .filter(step -> step.basis() instanceof Explanation.ByCap)
              .map(step -> step.parts().getLast())
              .allMatch(used ->
                  fen(used.value()) == used.parts().stream().mapToLong(p -> fen(p.value())).sum());
        });
  }

  private static boolean addsUp(Decision decision) {
    return !(decision.outcome() instanceof Outcome.Payable(var figure, var ceiling, var cuts))
        || figure.fen() - ceiling.fen() == cuts.stream().mapToLong(c -> c.amount().fen()).sum();
  }

  private static String rows(Law law, Town town) {
    return law.rows(town).stream().sorted().collect(Collectors.joining("\n"));
  }

  private static long landing(Law law, long fen) {
    var capital = BigDecimal.valueOf(fen, 2).toPlainString();
    return ceiling(law.decide(new Town().with("平台", "P1", "实缴注册资金", capital)).getFirst());
  }

  private static Explanation find(Explanation tree, String label) {
    return tree.label().equals(label)
        ? tree
        : tree.parts().stream()
            .map(part -> find(part, label))
            .filter(found -> found.label().equals(label))
            .findFirst()
            .orElse(tree);
  }

  /// Reads money as the explanation writes it.
  private static long fen(String text) {
    var yuan = text.replace(",", "").replace("元", "");
    var scale = yuan.endsWith("亿") ? 100_000_000L : yuan.endsWith("万") ? 10_000L : 1;
    return new BigDecimal(yuan.replaceAll("[万亿]", ""))
        .multiply(BigDecimal.valueOf(scale * 100))
        .longValueExact();
  }
}
