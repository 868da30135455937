package duixian.service.claim.web.setting;

import duixian.service.claim.night.Runs;
import duixian.service.parameter.Parameters;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every procedure with the limits of today, what was set, and the last nights.
public record ProceduresPage(
    LocalDate today,
    List<Row> procedures,
    List<Parameters.Setting> limits,
    List<Parameters.Setting> rates,
    List<Runs.Run> nights,
    List<String> complaints) {
  public ProceduresPage {
    procedures = List.copyOf(procedures);
    limits = List.copyOf(limits);
    rates = List.copyOf(rates);
    nights = List.copyOf(nights);
    complaints = List.copyOf(complaints);
  }

  public record Row(String id, String name, List<StepRow> steps) {
    public Row {
      steps = List.copyOf(steps);
    }
  }

  /// `usual` is what the procedure says, `limit` what holds today; both null without a clock.
  public record StepRow(
      String step,
      String role,
      @Nullable Integer usual,
      @Nullable Integer limit,
      boolean natural,
      String key) {}
}
