package duixian.service.law;

import duixian.policy.trace.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An outcome in words.
public final class Outcomes {
  private Outcomes() {}

  /// What cut, what is missing, who decides what, or why not.
  public static List<String> notes(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Payable(_, _, var cuts) ->
          cuts.stream()
              .map(cut -> "封顶于“%s”，少 %s".formatted(cut.name(), cut.amount().text()))
              .toList();
      case Outcome.Ineligible(var reasons) -> reasons;
      case Outcome.Lacking(var lacks, _, _) ->
          lacks.stream().map(lack -> "还缺：" + lack.fact() + "（" + lack.why() + "）").toList();
      case Outcome.Undetermined(var parts) -> parts.stream().map(part -> "待定：" + part).toList();
    };
  }

  /// The ceiling in fen; null unless payable.
  public static @Nullable Long ceiling(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Payable(_, var ceiling, _) -> ceiling.fen();
      case Outcome.Ineligible _, Outcome.Lacking _, Outcome.Undetermined _ -> null;
    };
  }
}
