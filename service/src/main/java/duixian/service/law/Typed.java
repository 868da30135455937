package duixian.service.law;

import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.facts.Problem;
import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Policy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether a text that somebody typed is a value of a fact, read as facts files are.
public final class Typed {
  private static final String ID = "录入";

  private Typed() {}

  /// The sentence that says what is wrong; null when the text reads or is blank.
  public static @Nullable String complaint(
      Policy policy, Entity entity, Field field, String typed) {
    var builder = new FactsBuilder(policy);
    for (@Nullable Entity one = entity; one != null; one = one.parent()) {
      record(builder, one, one.equals(entity) ? field : null, typed);
    }
    return builder.build() != null
        ? null
        : builder.problems().first().stream().findFirst().map(Problem::sentence).orElse("不能识别");
  }

  private static void record(
      FactsBuilder builder, Entity entity, @Nullable Field field, String typed) {
    var table =
        Objects.requireNonNull(builder.table(entity.name(), Origin.records(ID, entity.name())));
    table.begin(1);
    table.text(table.slot("标识"), ID);
    if (entity.parent() != null) {
      table.text(table.slot(entity.parent().name()), ID);
    }
    if (entity.yearly()) {
      table.text(table.slot("年度"), "2025");
    }
    if (field != null) {
      table.text(table.slot(field.name()), typed.strip());
    }
    table.end();
  }
}
