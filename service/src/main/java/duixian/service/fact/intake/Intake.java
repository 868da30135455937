package duixian.service.fact.intake;

import duixian.policy.facts.Facts;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.facts.TableBuilder;
import duixian.policy.model.Entity;
import duixian.policy.model.Policy;
import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.fact.FactStore;
import duixian.service.fact.Source;
import duixian.service.fact.Statement;
import duixian.service.law.Laws;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.tabular.Tabular;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes in a table of records as statements, and gives out the table that says what is known:
/// taken in unchanged it changes nothing.
@Component
public class Intake {
  /// Rows of one file; each unit in it is matched again.
  static final int MOST = 5_000;

  private final Laws laws;
  private final FactStore store;
  private final AuditLog audit;

  Intake(Laws laws, FactStore store, AuditLog audit) {
    this.laws = laws;
    this.store = store;
    this.audit = audit;
  }

  /// What the values rest on: kind of source and the document.
  public record Basis(Source source, String document) {}

  /// Rows read, records that are new, values that were stated; with complaints nothing was written.
  public record Taken(int rows, long records, int values, List<String> complaints) {
    public Taken {
      complaints = List.copyOf(complaints);
    }

    static Taken refused(List<String> complaints) {
      return new Taken(0, 0, 0, complaints);
    }
  }

  /// All records of the entity, with the columns that [#take] reads.
  public Answer sheet(Entity entity) {
    return new Answer.Sheet(
        entity.name(), Known.head(entity), new Known(laws.inForce(), entity, store).sheet());
  }

  /// A blank cell says nothing; a value that is known already is not said again. Throws
  /// [Tabular.Unreadable].
  @Transactional
  public Taken take(Entity entity, byte[] file, Basis basis, Person by) {
    var lines = Tabular.read(file, Known.keys(entity));
    if (lines.isEmpty() || lines.size() > MOST) {
      return Taken.refused(List.of(lines.isEmpty() ? "文件里没有记录" : "超过 " + MOST + " 行，请分成几个文件"));
    }
    var policy = laws.inForce();
    var known = new Known(policy, entity, store);
    var complaints = new ArrayList<String>();
    for (var line : lines) {
      moved(entity, line, known, complaints);
    }
    var read = read(policy, entity, lines, known, complaints);
    if (read == null || !complaints.isEmpty()) {
      return Taken.refused(complaints);
    }
    var said = statements(entity, read, known, basis);
    var added =
        said.stream().map(Statement::code).filter(code -> !known.has(code)).distinct().count();
    if (!said.isEmpty()) {
      store.state(said, by.id());
      audit.record(
          new Act(
              by.id(),
              "导入数据",
              "主体 " + entity.name(),
              Map.of(
                  "source",
                  basis.source().label(),
                  "document",
                  basis.document(),
                  "records",
                  added,
                  "values",
                  said.size())));
    }
    return new Taken(lines.size(), added, said.size(), List.of());
  }

  /// A record stays under its parent and in its year.
  private static void moved(
      Entity entity, Tabular.Line line, Known known, List<String> complaints) {
    var code = line.cell(Known.ID);
    var above = entity.parent();
    if (!known.has(code)) {
      if (entity.fields().stream().allMatch(field -> line.cell(field.name()).isEmpty())) {
        complaints.add(line.wrong("", "新记录" + code + "没有任何事实；请至少填一列"));
      }
      return;
    }
    if (above != null && !known.parent(code).equals(line.cell(above.name()))) {
      complaints.add(
          line.wrong(above.name(), code + " 登记在“" + known.parent(code) + "”之下，不能改；请核对标识，或另用新标识"));
    }
    if (entity.yearly() && !line.cell(Known.YEAR).equals(Integer.toString(known.year(code)))) {
      complaints.add(
          line.wrong(Known.YEAR, code + " 登记的是 " + known.year(code) + " 年，不能改；请核对标识，或另用新标识"));
    }
  }

  /// The rows as facts, checked as every facts file is; null when something is wrong.
  private static @Nullable Facts read(
      Policy policy,
      Entity entity,
      List<Tabular.Line> lines,
      Known known,
      List<String> complaints) {
    var builder = new FactsBuilder(policy);
    for (var above = entity.parent(); above != null; above = above.parent()) {
      ancestors(builder, above, known.facts());
    }
    var sheet = lines.getFirst().sheet();
    var table = builder.table(entity.name(), Origin.rows("", sheet.isEmpty() ? "" : "工作表" + sheet));
    if (table != null) {
      var columns = new LinkedHashSet<>(lines.getFirst().cells().keySet());
      columns.remove("");
      var slots = columns.stream().collect(java.util.stream.Collectors.toMap(c -> c, table::slot));
      for (var line : lines) {
        table.begin(line.number());
        slots.forEach((column, slot) -> table.text(slot, line.cell(column)));
        table.end();
      }
    }
    var facts = builder.build();
    complaints.addAll(builder.problems().lines());
    return facts;
  }

  private static void ancestors(FactsBuilder builder, Entity above, Facts known) {
    var from = known.table(above);
    var table = builder.table(above.name(), Origin.records("事实库", above.name()));
    if (table == null) {
      return;
    }
    var id = table.slot(Known.ID);
    var parent = above.parent() == null ? TableBuilder.UNKNOWN : table.slot(above.parent().name());
    var year = above.yearly() ? table.slot(Known.YEAR) : TableBuilder.UNKNOWN;
    for (int row = 0; row < from.size(); row++) {
      table.begin(row + 1);
      table.text(id, from.id(row));
      if (above.parent() != null) {
        table.text(parent, known.table(above.parent()).id(from.parent(row)));
      }
      if (above.yearly()) {
        table.text(year, Integer.toString(from.year(row)));
      }
      table.end();
    }
  }

  private static List<Statement> statements(Entity entity, Facts read, Known known, Basis basis) {
    var said = new ArrayList<Statement>();
    var table = read.table(entity);
    var above = entity.parent();
    for (int row = 0; row < table.size(); row++) {
      var code = table.id(row);
      for (var field : entity.fields()) {
        var value = Known.text(read, table, field, row);
        if (value != null && !value.equals(known.value(code, field))) {
          said.add(
              new Statement(
                  entity.name(),
                  code,
                  above == null ? null : above.name(),
                  above == null ? null : read.table(above).id(table.parent(row)),
                  entity.yearly() ? table.year(row) : null,
                  field.name(),
                  value,
                  null,
                  null,
                  basis.source(),
                  null,
                  basis.document()));
        }
      }
    }
    return said;
  }
}
