package duixian.policy.agreement;

import duixian.policy.facts.Facts;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.facts.TableBuilder;
import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Policy;
import duixian.policy.model.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// Facts of any policy: few parents, many children, zeros and round numbers often. Mostly ids are
/// out of order, days anywhere, and every field is missing now and then; tidy facts are complete,
/// and stand in order of 标识 and day within the time of the policy.
final class RandomFacts {
  private final Policy policy;
  private final RandomGenerator chance;
  private final int most;
  private final boolean tidy;
  private final Map<String, List<String>> ids = new HashMap<>();

  RandomFacts(Policy policy, RandomGenerator chance, int most) {
    this.policy = policy;
    this.chance = chance;
    this.most = most;
    this.tidy = chance.nextInt(3) == 0;
  }

  Facts facts() {
    var builder = new FactsBuilder(policy);
    for (var entity : policy.entities()) {
      var records = chance.nextInt(entity.parent() == null ? 1 + most / 4 : 1 + most);
      ids.put(entity.name(), new ArrayList<>());
      var table = Objects.requireNonNull(builder.table(entity.name(), Origin.lines(entity.name())));
      for (int i = 0; i < records; i++) {
        record(entity, table, i);
      }
    }
    var facts = builder.build();
    if (facts == null) {
      throw new IllegalStateException(builder.problems().lines().toString());
    }
    return facts;
  }

  private void record(Entity entity, TableBuilder table, int i) {
    var parent = entity.parent();
    var parents = parent == null ? List.<String>of() : known(parent);
    if (parent != null && parents.isEmpty()) {
      return;
    }
    var id =
        tidy ? "标%04d".formatted(i) : "标" + Long.toString(chance.nextLong(1_000), 36) + "-" + i;
    known(entity).add(id);
    table.begin(i + 1);
    table.text(table.slot("标识"), id);
    if (parent != null) {
      table.text(table.slot(parent.name()), parents.get(chance.nextInt(parents.size())));
    }
    if (entity.yearly()) {
      table.text(
          table.slot("年度"), "" + (tidy ? chance.nextInt(2021, 2026) : chance.nextInt(2020, 2027)));
    }
    for (var field : entity.fields()) {
      if (tidy || chance.nextInt(12) != 0) {
        table.text(table.slot(field.name()), value(field, i));
      }
    }
    table.end();
  }

  private List<String> known(Entity entity) {
    return Objects.requireNonNull(ids.get(entity.name()));
  }

  private String value(Field field, int record) {
    return switch (field.type()) {
      case Type.Amount _ ->
          BigDecimal.valueOf(stored(field), places(field.scale())).toPlainString();
      case Type.Flag _ -> chance.nextInt(4) == 0 ? "否" : "是";
      case Type.Day _ -> day(record).toString();
      case Type.Choice(var words) -> words.get(chance.nextInt(words.size()));
      case Type.Reference _ -> "企" + chance.nextInt(6);
    };
  }

  private LocalDate day(int record) {
    return tidy
        ? LocalDate.of(2021, 1, 1).plusDays(40L * record + chance.nextInt(40))
        : LocalDate.of(2020, 10, 1).plusDays(chance.nextInt(2_300));
  }

  private long stored(Field field) {
    return switch (chance.nextInt(6)) {
      case 0 -> 0;
      case 1 -> field.scale() * chance.nextInt(1, 10);
      case 2 -> field.scale() == 1_000_000 ? chance.nextInt(1_000_000) : chance.nextInt(100);
      case 3 -> field.scale() == 1_000_000 ? 600_000 : field.scale() * chance.nextInt(100, 30_000);
      default -> chance.nextLong(field.scale() * (field.scale() == 1_000_000 ? 2 : 3_000_000));
    };
  }

  private static int places(long scale) {
    return Long.toString(scale).length() - 1;
  }
}
