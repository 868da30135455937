package duixian.service.law;

import duixian.policy.eval.Explainer;
import duixian.policy.facts.Facts;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.facts.TableBuilder;
import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Run;
import duixian.policy.model.Type;
import duixian.policy.trace.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A measure tried on facts that somebody types: one record of the object and of each entity above
/// it, and any number of alike records of the entities that the rule counts or adds up.
public final class Trial {
  /// What is the most of alike records that a trial takes.
  public static final int MOST = 5000;

  private static final String ID = "测算";

  private final Run run;
  private final Award award;
  private final Map<Entity, List<Field>> asked;

  private Trial(Run run, Award award, Map<Entity, List<Field>> asked) {
    this.run = run;
    this.award = award;
    this.asked = asked;
  }

  /// What came of it: decisions, or what is wrong with the facts.
  public record Outcome(List<Decision> decisions, List<String> complaints) {
    public Outcome {
      decisions = List.copyOf(decisions);
      complaints = List.copyOf(complaints);
    }
  }

  public static Trial of(Run run, Award award) {
    var asked = new LinkedHashMap<Entity, List<Field>>();
    var used = UsedFacts.of(award);
    for (var entity : run.policy().entities()) {
      var fields = used.getOrDefault(entity.name(), List.of());
      if (!fields.isEmpty() || award.object().stepsTo(entity) >= 0) {
        asked.put(
            entity,
            fields.stream().map(name -> Objects.requireNonNull(entity.field(name))).toList());
        withParents(asked, entity);
      }
    }
    return new Trial(run, award, asked);
  }

  private static void withParents(Map<Entity, List<Field>> asked, Entity entity) {
    for (@Nullable Entity above = entity.parent(); above != null; above = above.parent()) {
      asked.putIfAbsent(above, List.of());
    }
  }

  /// The facts that the measure rests on, by entity.
  public Map<Entity, List<Field>> asked() {
    return asked;
  }

  /// Whether the rule counts or adds up records of the entity, so that there may be many.
  public boolean isMany(Entity entity) {
    return award.object().stepsTo(entity) < 0;
  }

  public boolean isYearly() {
    return asked.keySet().stream().anyMatch(Entity::yearly);
  }

  /// `typed` by entity and field name; `alike` by entity name, 1 where nothing is said.
  public Outcome on(Map<String, Map<String, String>> typed, Map<String, Integer> alike, int year) {
    var builder = new FactsBuilder(run.policy());
    for (var entity : run.policy().entities()) {
      if (asked.containsKey(entity)) {
        var table =
            Objects.requireNonNull(
                builder.table(entity.name(), new Origin(ID, entity.name() + " ", "")));
        var count = isMany(entity) ? alike.getOrDefault(entity.name(), 1) : 1;
        for (int number = 1; number <= Math.clamp(count, 0, MOST); number++) {
          record(table, entity, typed.getOrDefault(entity.name(), Map.of()), number, year);
        }
      }
    }
    var facts = builder.build();
    return facts == null
        ? new Outcome(List.of(), builder.problems().lines())
        : new Outcome(decisions(facts), List.of());
  }

  private void record(
      TableBuilder table, Entity entity, Map<String, String> typed, int number, int year) {
    table.begin(number);
    table.text(table.slot("标识"), number == 1 ? ID : ID + number);
    if (entity.parent() != null) {
      table.text(table.slot(entity.parent().name()), ID);
    }
    if (entity.yearly()) {
      table.text(table.slot("年度"), Integer.toString(year));
    }
    for (var field : asked.getOrDefault(entity, List.of())) {
      var value = typed.getOrDefault(field.name(), "").strip();
      var distinct = number > 1 && field.type() instanceof Type.Reference && !value.isEmpty();
      table.text(table.slot(field.name()), distinct ? value + number : value);
    }
    table.end();
  }

  private List<Decision> decisions(Facts facts) {
    var explainer = Explainer.of(run, facts);
    var decisions = new ArrayList<Decision>();
    for (var decision : explainer.explain(ID)) {
      if (decision.award().name().equals(award.name())) {
        decisions.add(decision);
      }
    }
    return decisions;
  }
}
