package duixian.policy.columns.plan;

import duixian.policy.model.Award;
import duixian.policy.model.Cap;
import duixian.policy.model.Definition;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Policy;
import duixian.policy.model.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The derived values of a policy in an order in which each needs only those before it.
public final class Plan {
  private final Policy policy;
  private final Dependence.Finder dependences;
  private final List<Derived> derived = new ArrayList<>();
  private final IdentityHashMap<Expr, Derived> byExpr = new IdentityHashMap<>();
  private final List<List<Rewarded>> rewarded = new ArrayList<>();
  private final Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Definition> entered = Collections.newSetFromMap(new IdentityHashMap<>());
  private int award;

  /// A 历史最高 that an award asks for, on its object or an ancestor.
  public record Rewarded(Expr.HighestRewarded expr, int up) {}

  private Plan(Policy policy) {
    this.policy = policy;
    this.dependences =
        new Dependence.Finder(
            policy.entities().stream().collect(Collectors.toMap(Entity::name, Entity::yearly)));
  }

  public static Plan of(Policy policy) {
    var plan = new Plan(policy);
    policy.awards().forEach(plan::visit);
    for (var cap : policy.caps()) {
      cap.scopes().forEach(plan::visit);
    }
    return plan;
  }

  public Policy policy() {
    return policy;
  }

  public List<Derived> derived() {
    return derived;
  }

  /// The pass behind a 计数, 合计, 首次 or 最早 of this policy.
  public Derived derived(Expr expr) {
    var found = byExpr.get(expr);
    if (found == null) {
      throw new IllegalArgumentException("not planned: " + expr);
    }
    return found;
  }

  /// The quantities whose highest rewarded value an award asks for.
  public List<Rewarded> rewarded(int award) {
    return rewarded.get(award);
  }

  public Dependence dependence(@Nullable Expr expr) {
    return dependences.of(expr);
  }

  /// The entity of the record that an expression of reference type yields.
  public Entity target(Expr record) {
    if (record.type() instanceof Type.Reference(var name)) {
      var entity = policy.entity(name);
      if (entity != null) {
        return entity;
      }
    }
    throw new IllegalArgumentException("no record: " + record);
  }

  private void visit(Award award) {
    var object = award.object();
    enter(award.index());
    rewarded.add(new ArrayList<>());
    visit(award.filter(), object);
    visit(award.conditions(), object);
    visit(award.amount(), object);
    award.limits().forEach(limit -> visit(limit.amount(), object));
    visit(award.day(), object);
    visit(award.order(), object);
  }

  /// A definition is looked into once for each award: there it may ask for what the award rewarded.
  private void enter(int index) {
    award = index;
    entered.clear();
  }

  private void visit(Cap.Scope scope) {
    var object = policy.awards().get(scope.award()).object();
    enter(scope.award());
    visit(scope.applies(), object);
    visit(scope.outside(), object);
    visit(scope.limit(), object);
  }

  /// The yearly children that decide the years of an award with a row per year: the owner among the
  /// object's ancestors, and the children.
  public record Gathered(int up, Entity children) {}

  public Set<Gathered> gathered(Award award) {
    var found = new LinkedHashSet<Gathered>();
    var entered = Collections.<Definition>newSetFromMap(new IdentityHashMap<>());
    gather(award.filter(), 0, entered, found);
    award.conditions().forEach(condition -> gather(condition, 0, entered, found));
    gather(award.amount(), 0, entered, found);
    return found;
  }

  private void gather(@Nullable Expr expr, int up, Set<Definition> entered, Set<Gathered> found) {
    switch (expr) {
      case null -> {}
      case Expr.Aggregate e -> {
        if (e.up() >= 0 && e.children().yearly()) {
          found.add(new Gathered(up + e.up(), e.children()));
        }
      }
      case Expr.Earliest _ -> {}
      case Expr.Through e -> gather(e.record(), up, entered, found);
      case Expr.Defined e -> {
        if (entered.add(e.definition())) {
          gather(e.definition().value(), up + e.up(), entered, found);
        }
      }
      default -> Children.of(expr).forEach(part -> gather(part, up, entered, found));
    }
  }

  private void visit(List<Expr> parts, Entity at) {
    parts.forEach(part -> visit(part, at));
  }

  private void visit(@Nullable Expr expr, Entity at) {
    switch (expr) {
      case null -> {}
      case Expr.Defined e -> {
        if (entered.add(e.definition())) {
          visit(e.definition().value(), at.ancestor(e.up()));
        }
      }
      case Expr.Through e -> {
        visit(e.record(), at);
        visit(e.member(), target(e.record()));
      }
      case Expr.Aggregate e -> {
        if (!byExpr.containsKey(e)) {
          visit(Children.of(e), e.children());
          add(e, e.children(), e.up() < 0 ? null : at.ancestor(e.up()));
        }
      }
      case Expr.First e -> {
        if (!byExpr.containsKey(e)) {
          visit(e.condition(), at);
          add(e, at, at);
        }
      }
      case Expr.Earliest e -> {
        if (!byExpr.containsKey(e)) {
          visit(Children.of(e), e.entity());
          add(e, e.entity(), e.entity());
        }
      }
      case Expr.HighestRewarded e -> {
        if (seen.add(e)) {
          var up = policy.awards().get(award).object().stepsTo(at);
          rewarded.get(award).add(new Rewarded(e, Math.max(0, up)));
        }
        visit(e.quantity(), at);
      }
      default -> visit(Children.of(expr), at);
    }
  }

  private void add(Expr expr, Entity site, @Nullable Entity owner) {
    var depends = dependence(expr);
    var found = new Derived(derived.size(), expr, site, owner, depends.onYear(), depends.onEpoch());
    derived.add(found);
    byExpr.put(expr, found);
  }
}
