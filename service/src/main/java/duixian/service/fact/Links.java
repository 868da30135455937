package duixian.service.fact;

import duixian.policy.eval.expression.Parts;
import duixian.policy.model.Definition;
import duixian.policy.model.Expr;
import duixian.policy.model.Policy;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Which fields tie a unit to records of other units: the keys of 最早. A unit judged without those
/// records would be judged wrongly.
final class Links {
  private Links() {}

  record Link(String entity, String field) {}

  static Set<Link> of(Policy policy) {
    var links = new LinkedHashSet<Link>();
    expressions(policy)
        .flatMap(Links::within)
        .filter(Expr.Earliest.class::isInstance)
        .map(Expr.Earliest.class::cast)
        .forEach(earliest ->
            earliest.keys().stream()
                .flatMap(Links::within)
                .filter(Expr.Fact.class::isInstance)
                .map(Expr.Fact.class::cast)
                .forEach(
                    fact -> links.add(new Link(earliest.entity().name(), fact.field().name()))));
    return links;
  }

  /// The expression and all that it is made of; definitions are listed by themselves.
  private static Stream<Expr> within(Expr expr) {
    return Stream.concat(Stream.of(expr), Parts.of(expr).stream().flatMap(Links::within));
  }

  private static Stream<Expr> expressions(Policy policy) {
    return Stream.concat(
        policy.definitions().stream().map(Definition::value),
        policy.awards().stream()
            .flatMap(award ->
                Stream.of(
                        Stream.ofNullable(award.filter()),
                        award.conditions().stream(),
                        Stream.of(award.amount()))
                    .flatMap(part -> part)));
  }
}
