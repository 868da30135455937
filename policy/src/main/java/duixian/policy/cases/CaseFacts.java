package duixian.policy.cases;

import duixian.policy.facts.Facts;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.model.Policy;
import duixian.policy.source.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records of a worked example as [Facts], through the same builder as any file.
final class CaseFacts {
  private CaseFacts() {}

  static @Nullable Facts build(Policy policy, WorkedCase one, List<Diagnostic> diagnostics) {
    var builder = new FactsBuilder(policy);
    var byEntity = new LinkedHashMap<String, List<WorkedCase.CaseRecord>>();
    for (var record : one.records()) {
      byEntity.computeIfAbsent(record.entity(), _ -> new ArrayList<>()).add(record);
    }
    byEntity.forEach((entity, records) -> {
      var table = builder.table(entity, Origin.lines(one.span().source().name()));
      if (table == null) {
        return;
      }
      var id = table.slot("标识");
      for (var record : records) {
        table.begin(record.span().line());
        table.text(id, record.id());
        record.fields().forEach(field -> table.text(table.slot(field.name()), field.value()));
        table.end();
      }
    });
    var facts = builder.build();
    if (facts == null) {
      for (var line : builder.problems().lines()) {
        diagnostics.add(Diagnostic.error(one.span(), "算例的事实有错：" + line, ""));
      }
    }
    return facts;
  }
}
