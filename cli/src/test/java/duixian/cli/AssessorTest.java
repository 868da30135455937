package duixian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.cli.assess.Assessor;
import duixian.cli.read.FactsReader;
import duixian.cli.read.Intake;
import duixian.cli.report.Result;
import duixian.cli.terminal.Progress;
import duixian.policy.PolicyFolder;
import duixian.policy.facts.Facts;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import duixian.policy.trace.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessorTest {
  private static final Policy POLICY =
      Objects.requireNonNull(PolicyFolder.compile(Desk.ZHONGSHAN).policy());

  private final Facts city = read(Desk.CITY);

  @ParameterizedTest
  @CsvSource({
    "2025-12-31, 四款分配, 先到先得",
    "2025-12-31, 四款分配, 按比例",
    "2023-06-30, 企业项目超额处理, 不予资助",
    "2026-12-31, 额外新增基数, 固定基数",
    "2020-12-31, 首次突破口径, 达到即可",
    "2027-01-01, 投资总额举证, 一律必报"
  })
  void columnsAndReferenceGiveTheSameReceipt(LocalDate day, String reading, String choice) {
    var run = Run.of(POLICY, day).choosing(reading, choice);

    assertThat(Assessor.byColumns(run, city).receipt())
        .isEqualTo(Assessor.byReference(run, city).receipt());
  }

  @Test
  void columnsSayWhyARowIsNotPaid() {
    var result = Assessor.byColumns(Run.of(POLICY, LocalDate.of(2025, 12, 31)), city);

    assertThat(result.decisions())
        .allSatisfy(decision -> assertThat(isReasoned(decision.outcome())).isTrue());
    assertThat(reasons(result, "M01")).contains("不符合「类别 = 标杆平台」");
    assertThat(reasons(result, "X103")).contains("名额已满");
    assertThat(reasons(result, "J-2")).contains("不符合「有(决定文号)」");
  }

  private static boolean isReasoned(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Payable(var figure, var ceiling, var cuts) ->
          cuts.stream().mapToLong(cut -> cut.amount().fen()).sum() == figure.fen() - ceiling.fen();
      case Outcome.Ineligible(var reasons) -> !reasons.isEmpty();
      case Outcome.Lacking(var lacks, _, _) -> !lacks.isEmpty();
      case Outcome.Undetermined(var parts) -> !parts.isEmpty();
    };
  }

  private static String reasons(Result result, String object) {
    var reasons = new StringBuilder();
    for (var decision : result.decisions()) {
      if (decision.object().equals(object)
          && decision.outcome() instanceof Outcome.Ineligible(var why)) {
        reasons.append(why);
      }
    }
    return reasons.toString();
  }

  private static Facts read(Path path) {
    try {
      return switch (FactsReader.read(POLICY, path, Progress.silent())) {
        case Intake.Complete(var facts) -> facts;
        case Intake.Refused(var complaints) -> throw new AssertionError(complaints);
      };
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
