package duixian.cli.read;

import duixian.cli.terminal.Progress;
import duixian.policy.facts.Facts;
import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Policy;
import duixian.policy.model.Type;
import duixian.policy.value.Dimension;
import duixian.policy.value.Rounding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// A policy with platforms and their projects, and the two ways in which reading facts for it ends.
final class Samples {
  static final Field CAPITAL = new Field("实缴注册资金", Type.MONEY, 100, false, 0);
  static final Field STAFF = new Field("人员已到位", Type.FLAG, 1, false, 1);

  static final Field KIND =
      new Field("类型", new Type.Choice(List.of("标杆应用示范", "数字化车间")), 1, false, 0);
  static final Field DAY = new Field("验收日期", Type.DAY, 1, false, 1);
  static final Field SHARE = new Field("覆盖率", Type.RATIO, 1_000_000, false, 2);
  static final Field PEOPLE = new Field("培训人数", new Type.Amount(Dimension.of("人")), 1, false, 3);
  static final Field ENTERPRISE = new Field("应用企业", new Type.Reference(""), 1, false, 4);

  static final Entity PLATFORM = new Entity("平台", 0, null, false, List.of(CAPITAL, STAFF));
  static final Entity PROJECT =
      new Entity("企业项目", 1, PLATFORM, false, List.of(KIND, DAY, SHARE, PEOPLE, ENTERPRISE));
  static final Entity REVENUE =
      new Entity("生产共享平台", 2, PLATFORM, true, List.of(new Field("年收入", Type.MONEY, 100, false, 0)));

  private static final Policy POLICY =
      new Policy(
          "样本",
          "样本",
          "0",
          LocalDate.of(2021, 1, 1),
          LocalDate.of(2025, 12, 31),
          LocalDate.of(2026, 12, 31),
          1,
          Rounding.DOWN,
          List.of(PLATFORM, PROJECT, REVENUE),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private Samples() {}

  static Facts facts(Path path) throws IOException {
    return switch (read(path)) {
      case Intake.Complete(var facts) -> facts;
      case Intake.Refused(var complaints) -> throw new AssertionError(complaints);
    };
  }

  static List<String> complaints(Path path) throws IOException {
    return switch (read(path)) {
      case Intake.Complete _ -> List.of();
      case Intake.Refused(var complaints) -> complaints;
    };
  }

  private static Intake read(Path path) throws IOException {
    return FactsReader.read(POLICY, path, Progress.silent());
  }
}
