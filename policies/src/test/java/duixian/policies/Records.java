package duixian.policies;

import static java.util.Objects.requireNonNull;

import duixian.policy.facts.Facts;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.model.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Facts written as an officer writes them: `类型 数字化车间；项目验收 是`.
final class Records {
  private final Policy policy;
  private final Map<String, List<String>> lines = new LinkedHashMap<>();

  Records(Policy policy) {
    this.policy = policy;
  }

  /// Records 1 to `count`; `#` in the fields becomes the number.
  Records with(int count, String entity, String fields) {
    var added = lines.computeIfAbsent(entity, name -> new ArrayList<>());
    for (int i = 1; i <= count; i++) {
      added.add(fields.replace("#", Integer.toString(i)));
    }
    return this;
  }

  Facts facts() {
    var builder = new FactsBuilder(policy);
    lines.forEach((entity, records) -> {
      var table = requireNonNull(builder.table(entity, Origin.lines("示例")));
      for (int i = 0; i < records.size(); i++) {
        table.begin(i + 1);
        table.text(table.slot("标识"), entity + i);
        for (var field : records.get(i).split("；", -1)) {
          var words = field.split(" ", 2);
          table.text(table.slot(words[0]), words[1]);
        }
        table.end();
      }
    });
    return requireNonNull(builder.build(), () -> builder.problems().lines().toString());
  }
}
