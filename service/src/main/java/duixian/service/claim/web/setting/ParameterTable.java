package duixian.service.claim.web.setting;

import duixian.service.claim.Tasks;
import duixian.service.claim.procedure.Procedure;
import duixian.service.claim.procedure.Procedures;
import duixian.service.claim.procedure.Step;
import duixian.service.parameter.Kind;
import duixian.service.parameter.Parameters;
import duixian.service.site.Answer;
import duixian.service.tabular.Changes;
import duixian.service.tabular.Tabular;
import duixian.service.tabular.Taken;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The limits of every procedure and the rates of interest as one table that goes out and comes
/// back in. Steps cannot be added or taken away by it: claims under way stand on them.
@Component
class ParameterTable {
  private static final List<String> HEAD =
      List.of("类别", "程序", "环节", "谁办", "数值", "单位", "生效日期", "依据");
  private static final List<String> READ = List.of("类别", "程序", "环节", "数值", "生效日期", "依据");

  private final Clock clock;
  private final Procedures procedures;
  private final Parameters parameters;

  ParameterTable(Clock clock, Procedures procedures, Parameters parameters) {
    this.clock = clock;
    this.procedures = procedures;
    this.parameters = parameters;
  }

  /// Each step as it holds today, then each rate.
  Answer.Sheet sheet() {
    var today = LocalDate.now(clock);
    var limits = new Dated(parameters.history(Kind.LIMIT));
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var procedure : all()) {
      for (var step : procedure.steps()) {
        if (step.kind() != Step.Kind.END) {
          rows.add(
              row(procedure, step, limits.on(Tasks.limitKey(procedure.id(), step.step()), today)));
        }
      }
    }
    for (var rate : parameters.history(Kind.INTEREST)) {
      var percent = BigDecimal.valueOf(rate.value(), 2);
      rows.add(
          Arrays.asList(
              Kind.INTEREST.label(),
              null,
              null,
              null,
              percent,
              "%（每年）",
              rate.validFrom(),
              rate.reason()));
    }
    return new Answer.Sheet("参数", HEAD, rows);
  }

  private static List<@Nullable Object> row(
      Procedure procedure, Step step, Parameters.@Nullable Setting set) {
    @Nullable Number usual = step.limitDays();
    @Nullable Number now = usual == null || set == null ? usual : (Number) set.value();
    return Arrays.asList(
        Kind.LIMIT.label(),
        procedure.name(),
        step.step(),
        step.role().label(),
        now,
        usual == null ? null : step.naturalDays() ? "自然日" : "工作日",
        set == null ? null : set.validFrom(),
        set == null ? null : set.reason());
  }

  /// Throws [Tabular.Unreadable].
  Changes<Parameters.Change> read(byte[] file) {
    var rows =
        new ParameterRows(
            LocalDate.now(clock),
            all(),
            new Dated(parameters.history(Kind.LIMIT)),
            new Dated(parameters.history(Kind.INTEREST)));
    return Taken.of(Tabular.read(file, READ), rows::complaint, rows::change, "文件里没有参数")
        .changes(rows::isNew);
  }

  private List<Procedure> all() {
    return procedures.ids().stream().map(procedures::procedure).toList();
  }
}
