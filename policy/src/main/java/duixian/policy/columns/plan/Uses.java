package duixian.policy.columns.plan;

import duixian.policy.model.Award;
import duixian.policy.model.Cap;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.model.Literal;
import duixian.policy.model.Policy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The uses of every award, and the key lists that each numbering has to serve.
public final class Uses {
  private final List<List<Use>> byAward = new ArrayList<>();
  private final List<List<List<Key>>> spaces = new ArrayList<>();

  private Uses() {}

  public static Uses of(Policy policy) {
    var uses = new Uses();
    for (int i = 0; i < policy.awards().size(); i++) {
      uses.byAward.add(new ArrayList<>());
      uses.own(policy.awards().get(i), uses.byAward.get(i));
    }
    for (var cap : policy.caps()) {
      uses.shared(policy, cap);
    }
    return uses;
  }

  public List<Use> of(int award) {
    return byAward.get(award);
  }

  /// For each numbering, the key lists of all awards that share it.
  public List<List<List<Key>>> spaces() {
    return spaces;
  }

  private void own(Award award, List<Use> uses) {
    switch (award.frequency()) {
      case Award.Frequency.Once(var keys) ->
          uses.add(use(Use.Kind.ONCE, award.name(), uses, award, keys, null));
      case Award.Frequency.Yearly(var years, var keys) -> {
        if (years != null) {
          uses.add(use(Use.Kind.TERM, award.name(), uses, award, keys, number(years)));
        }
      }
    }
    var quota = award.quota();
    if (quota != null) {
      var places = number(quota.places());
      uses.add(use(Use.Kind.QUOTA, award.name(), uses, award, quota.keys(), places));
    }
    for (var limit : award.limits()) {
      uses.add(use(Use.Kind.LIMIT, limit.name(), uses, award, limit.keys(), limit.amount()));
    }
  }

  private Use use(
      Use.Kind kind,
      String name,
      List<Use> uses,
      Award award,
      List<Key> keys,
      @Nullable Expr limit) {
    var unique = isUnique(award, keys);
    return new Use(
        kind,
        name,
        uses.size(),
        space(keys),
        keys,
        unique,
        limit,
        null,
        null,
        award.object().yearly(),
        -1);
  }

  private void shared(Policy policy, Cap cap) {
    var space = spaces.size();
    spaces.add(cap.scopes().stream().map(Cap.Scope::keys).toList());
    var years = cap.years();
    var term = years == null ? -1 : spaces.size();
    if (years != null) {
      spaces.add(cap.scopes().stream().map(scope -> withoutYear(scope.keys())).toList());
    }
    for (var scope : cap.scopes()) {
      var uses = byAward.get(scope.award());
      var award = policy.awards().get(scope.award());
      if (years != null) {
        uses.add(
            new Use(
                Use.Kind.CAP_TERM,
                cap.name(),
                uses.size(),
                term,
                withoutYear(scope.keys()),
                false,
                number(years),
                null,
                scope.applies(),
                award.object().yearly(),
                cap.index()));
      }
      var unique =
          cap.scopes().size() == 1
              && isUnique(award, scope.keys())
              && cap.sharing() instanceof Cap.Sharing.FirstCome;
      uses.add(
          new Use(
              Use.Kind.CAP,
              cap.name(),
              uses.size(),
              space,
              scope.keys(),
              unique,
              scope.limit(),
              scope.outside(),
              scope.applies(),
              award.object().yearly(),
              cap.index()));
    }
  }

  private int space(List<Key> keys) {
    spaces.add(List.of(keys));
    return spaces.size() - 1;
  }

  /// A record has one row, or one for each year.
  private static boolean isUnique(Award award, List<Key> keys) {
    var own = keys.stream().anyMatch(key -> key instanceof Key.Owner(var up, _) && up == 0);
    return own && (!award.rowPerYear() || keys.contains(new Key.Year()));
  }

  private static List<Key> withoutYear(List<Key> keys) {
    return keys.stream().filter(key -> !(key instanceof Key.Year)).toList();
  }

  private static Expr number(Literal literal) {
    return new Expr.Constant(literal, literal.span());
  }
}
