package duixian.policy.eval;

import static duixian.policy.eval.Law.award;
import static duixian.policy.eval.Law.scope;
import static duixian.policy.eval.Words.YEAR;
import static duixian.policy.eval.Words.compare;
import static duixian.policy.eval.Words.fact;
import static duixian.policy.eval.Words.greatest;
import static duixian.policy.eval.Words.least;
import static duixian.policy.eval.Words.minus;
import static duixian.policy.eval.Words.or;
import static duixian.policy.eval.Words.orElse;
import static duixian.policy.eval.Words.own;
import static duixian.policy.eval.Words.parent;
import static duixian.policy.eval.Words.yuan;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import duixian.policy.model.Cap;
import duixian.policy.model.Expr;
import duixian.policy.model.Expr.Relation;
import duixian.policy.model.Key;
import duixian.policy.trace.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// However the missing facts of a row turn out, its grant lies between the bounds that were named.
class MissingFactsTheories {
  private static final Expr CONTRACT = fact(Town.PROJECT, Town.CONTRACT);
  private static final Expr COST = fact(Town.PROJECT, Town.COST);
  private static final Expr OTHER = fact(Town.PROJECT, Town.OTHER_FUNDS);
  private static final Expr ACCEPTED = fact(Town.PROJECT, Town.ACCEPTED);
  private static final Key PLATFORM = parent(Town.PLATFORM);

  private static final List<String> FIELDS =
      List.of("合同金额", "项目验收", "验收日期", "应用企业", "项目投资总额", "其他资助");

  private static Law law(int form) {
    var excess = form % 2 == 0 ? new Cap.Excess.Cut() : new Cap.Excess.Refuse();
    var large = compare(CONTRACT, Relation.MORE, yuan(300));
    var outside = new Cap.Scope(0, List.of(own(Town.PROJECT)), null, OTHER, COST);
    var figures =
        List.of(
            least(CONTRACT, yuan(500)),
            greatest(yuan(0), minus(CONTRACT, OTHER)),
            orElse(COST, CONTRACT));
    var draft =
        award("项目", Town.PROJECT, figures.get(form % 3))
            .on(fact(Town.PROJECT, Town.ACCEPTED_ON))
            .when(or(ACCEPTED, large))
            .limit(yuan(400), new Key.Value(0, Town.FIRM));
    return Law.of(form % 5 == 0 ? draft.once(new Key.Value(0, Town.FIRM)) : draft)
        .cap("各级资助", null, new Cap.Sharing.FirstCome(), excess, outside)
        .cap("年度总额", scope(0, yuan(700), PLATFORM, YEAR));
  }

  private static String[] record(Random random, int given) {
    var values =
        List.of(
            yuanText(random),
            random.nextBoolean() ? "是" : "否",
            "%d-%02d-15".formatted(2020 + random.nextInt(7), 1 + random.nextInt(12)),
            "企业" + random.nextInt(2),
            yuanText(random),
            yuanText(random));
    var record = new ArrayList<>(List.of("平台", "P1"));
    for (int i = 0; i < FIELDS.size(); i++) {
      if ((given >> i & 1) == 1) {
        record.add(FIELDS.get(i));
        record.add(values.get(i));
      }
    }
    return record.toArray(String[]::new);
  }

  private static String yuanText(Random random) {
    return BigDecimal.valueOf(random.nextInt(60_000), 2).toPlainString();
  }

  /// Three full neighbours and a record of which only the fields in `given` are there; `own` makes
  /// up its facts.
  private static Town town(long neighbours, Random own, int given) {
    var random = new Random(neighbours);
    var town = new Town().platform("P1");
    for (int i = 0; i < 3; i++) {
      town.with("项目", "X" + i, record(random, -1));
    }
    return town.with("项目", "X9", record(own, given));
  }

  @Test
  void theGrantLiesBetweenTheBounds() {
    qt().withExamples(500)
        .forAll(
            integers().between(0, 29),
            longs().between(0, 1_000_000),
            longs().between(0, 1_000_000),
            integers().between(0, 62))
        .check((form, neighbours, own, given) -> {
          var law = law(form);
          var open = law.outcome(town(neighbours, new Random(own), given), "X9");
          var full = law.outcome(town(neighbours, new Random(own), -1), "X9");
          return isWithin(open, full);
        });
  }

  private static boolean isWithin(Outcome open, Outcome full) {
    var granted = full instanceof Outcome.Payable payable ? payable.ceiling().fen() : 0;
    return !(open instanceof Outcome.Lacking(_, var least, var most))
        || ((least == null || least.fen() <= granted) && (most == null || granted <= most.fen()));
  }
}
