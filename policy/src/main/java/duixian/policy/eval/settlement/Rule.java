package duixian.policy.eval.settlement;

import duixian.policy.model.Award;
import duixian.policy.model.Cap;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.model.Literal;
import duixian.policy.model.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A running ceiling as it reads on one award's rows: its own 上限, or a 限额 across awards. `award` is
/// -1 for the latter: its buckets are shared.
public record Rule(
    String name,
    String clause,
    int award,
    int index,
    List<Key> keys,
    Expr limit,
    @Nullable Expr applies,
    @Nullable Expr outside,
    @Nullable Literal years,
    boolean proRata,
    boolean refuses,
    List<String> readings) {

  /// The rules on an award: its own first, then caps in the order of the text.
  static List<Rule> of(Award award, Run run) {
    var rules = new ArrayList<Rule>();
    for (int i = 0; i < award.limits().size(); i++) {
      var limit = award.limits().get(i);
      rules.add(
          new Rule(
              limit.name(),
              award.clause(),
              award.index(),
              i,
              limit.keys(),
              limit.amount(),
              null,
              null,
              null,
              false,
              false,
              List.of()));
    }
    for (var cap : run.policy().caps()) {
      var scope = cap.scope(award.index());
      if (scope != null) {
        rules.add(of(cap, scope, run));
      }
    }
    return rules;
  }

  public boolean isCap() {
    return award < 0;
  }

  private static Rule of(Cap cap, Cap.Scope scope, Run run) {
    return new Rule(
        cap.name(),
        cap.clause(),
        -1,
        cap.index(),
        scope.keys(),
        scope.limit(),
        scope.applies(),
        scope.outside(),
        cap.years(),
        isProRata(cap.sharing(), run),
        refuses(cap.excess(), run),
        cap.readings());
  }

  private static boolean isProRata(Cap.Sharing sharing, Run run) {
    return switch (sharing) {
      case Cap.Sharing.FirstCome _ -> false;
      case Cap.Sharing.ProRata _ -> true;
      case Cap.Sharing.Chosen(var reading, var proRata) -> run.choice(reading) == proRata;
    };
  }

  private static boolean refuses(Cap.Excess excess, Run run) {
    return switch (excess) {
      case Cap.Excess.Cut _ -> false;
      case Cap.Excess.Refuse _ -> true;
      case Cap.Excess.Chosen(var reading, var refuse) -> run.choice(reading) == refuse;
    };
  }
}
