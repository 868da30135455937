package duixian.service.law;

import duixian.policy.eval.expression.Parts;
import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which fields of which entities an award's conditions and figure rest on.
public final class UsedFacts {
  private UsedFacts() {}

  public static Map<String, List<String>> of(Award award) {
    var used = new LinkedHashMap<Entity, List<String>>();
    Stream.of(
            Stream.ofNullable(award.filter()),
            award.conditions().stream(),
            Stream.of(award.amount()),
            Stream.ofNullable(award.day()))
        .flatMap(exprs -> exprs)
        .flatMap(Parts::within)
        .forEach(expr -> {
          if (expr instanceof Expr.Fact fact) {
            var fields = used.computeIfAbsent(fact.owner(), _ -> new ArrayList<>());
            if (!fields.contains(fact.field().name())) {
              fields.add(fact.field().name());
            }
          }
        });
    var named = new LinkedHashMap<String, List<String>>();
    used.forEach((entity, fields) -> named.put(entity.name(), List.copyOf(fields)));
    return named;
  }
}
