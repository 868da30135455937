package duixian.policy.eval.expression;

import duixian.policy.facts.Table;
import duixian.policy.model.Expr;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The records of an entity that stand in line for 最早, one line per key: by year, first 日期 (missing
/// last), 标识. A record that lacks its key stands in no line.
final class Lines {
  private final Table table;
  private final @Nullable Field day;
  private final Map<List<Value>, List<Waiting>> lines = new HashMap<>();
  private final Map<List<Value>, Value> answers = new HashMap<>();

  private record Waiting(int row, Value fulfils) {}

  Lines(Table table) {
    this.table = table;
    this.day =
        table.entity().fields().stream()
            .filter(field -> field.type() instanceof Type.Day)
            .findFirst()
            .orElse(null);
  }

  void add(List<Value> key, int row, Value fulfils) {
    if (!fulfils.equals(Value.FALSE)) {
      lines.computeIfAbsent(key, k -> new ArrayList<>()).add(new Waiting(row, fulfils));
    }
  }

  /// The first record that fulfils the condition, unless one before it still may.
  Value first(List<Value> key, Expr.Earliest expr) {
    return answers.computeIfAbsent(key, k -> answer(k, expr));
  }

  private Value answer(List<Value> key, Expr.Earliest expr) {
    var line = lines.getOrDefault(key, List.of());
    var inOrder = line.stream().sorted(Comparator.comparing(Waiting::row, this::compare)).toList();
    var open = new ArrayList<Value>();
    for (var waiting : inOrder) {
      if (waiting.fulfils().equals(Value.TRUE)) {
        var obstacle = Value.obstacle(open);
        return obstacle != null ? obstacle : new Value.Referred(expr.entity(), waiting.row());
      }
      open.add(waiting.fulfils());
    }
    var obstacle = Value.obstacle(open);
    return obstacle != null ? obstacle : Value.absent(Wording.label(expr), "没有符合条件的记录");
  }

  private int compare(int a, int b) {
    var byYear = Integer.compare(table.year(a), table.year(b));
    if (byYear != 0) {
      return byYear;
    }
    var byDay = Long.compare(day(a), day(b));
    return byDay != 0 ? byDay : table.compareIds(a, table, b);
  }

  private long day(int row) {
    var stored = day == null ? 0 : table.value(day, row);
    return stored == Table.MISSING ? Long.MAX_VALUE : stored;
  }
}
