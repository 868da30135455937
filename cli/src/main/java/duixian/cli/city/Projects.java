package duixian.cli.city;

import duixian.cli.city.Plan.Platform;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Article 四（一）to（四）: some thirty demonstration projects, forty workshops, a few factories, and all
/// the enterprises that transform.
final class Projects {
  private static final int DEMONSTRATIONS = 30;
  private static final int WORKSHOPS = 40;
  private static final int FACTORIES = 6;
  private static final List<String> SERVICES =
      List.of("研发设计", "生产管控", "经营管理", "供应链协同", "能耗优化", "精准营销", "上云上平台", "安全保障");

  private final List<Platform> all;
  private final List<Platform> benchmarks;
  private final SplittableRandom chance;
  private final Sheet sheet;

  private Projects(Plan plan, Writer out) {
    this.all = plan.all();
    this.benchmarks = plan.benchmarks();
    this.chance = plan.chance("企业项目");
    this.sheet =
        new Sheet(
            out,
            "标识",
            "平台",
            "类型",
            "应用企业",
            "核心节点企业",
            "服务类别",
            "项目验收",
            "验收日期",
            "已认定",
            "实际合同金额",
            "项目投资总额",
            "其他各级财政资助");
  }

  static Sheet write(Plan plan, Writer out) {
    var projects = new Projects(plan, out);
    projects.demonstrations();
    projects.factories();
    projects.workshops();
    projects.transformations(plan.enterprises());
    return projects.sheet;
  }

  /// Two places a platform and year; a third, one without a core enterprise and one not accepted
  /// are refused.
  private void demonstrations() {
    for (int i = 0; i < DEMONSTRATIONS; i++) {
      var platform = all.get(i % all.size());
      var day = Sheet.day(chance, platform.first() + i / all.size() % 3);
      var contract = i % 7 == 3 ? Sheet.spread(chance, 4e6, 8e6) : chance.nextDouble(3e5, 1.05e6);
      demonstration("X%03d".formatted(i + 1), platform, true, true, day, contract);
    }
    var first = all.getFirst();
    for (int i = 1; i <= 3; i++) {
      var day = LocalDate.of(first.first() + 1, 11, 10 + i);
      demonstration("X1%02d".formatted(i), first, true, true, day, 600_000 + i * 50_000.0);
    }
    var last = all.getLast();
    demonstration("X201", last, false, true, LocalDate.of(last.first(), 8, 1), 700_000);
    demonstration("X202", last, true, false, null, 800_000);
  }

  private void demonstration(
      String id,
      Platform platform,
      boolean isCore,
      boolean isAccepted,
      @Nullable LocalDate day,
      double contract) {
    var investment = contract * chance.nextDouble(1.5, 4);
    var other = chance.nextInt(5) == 0 ? investment - contract * 0.7 : 0;
    sheet.row(
        id,
        platform.id(),
        "标杆应用示范",
        "K" + id.substring(1),
        isCore,
        null,
        isAccepted,
        day,
        null,
        Sheet.yuan(contract),
        Sheet.yuan(investment),
        Sheet.yuan(other));
  }

  private void factories() {
    for (int i = 0; i < FACTORIES; i++) {
      var platform = benchmarks.get(i % benchmarks.size());
      fixed("F%02d".formatted(i + 1), platform, "数字化示范工厂", i / benchmarks.size(), i != 4);
    }
    fixed("F90", all.getLast(), "数字化示范工厂", 1, true);
  }

  private void workshops() {
    for (int i = 0; i < WORKSHOPS; i++) {
      var platform = benchmarks.get(i % benchmarks.size());
      fixed("W%02d".formatted(i + 1), platform, "数字化车间", i / benchmarks.size() % 3, true);
    }
    fixed("W91", all.getLast(), "数字化车间", 1, true);
    fixed("W92", benchmarks.getFirst(), "数字化车间", 2, false);
    fixed("W93", benchmarks.getFirst(), "数字化车间", 2, null);
    fixed("W94", benchmarks.getFirst(), "数字化车间", 3, true);
  }

  private void fixed(
      String id, Platform platform, String kind, int years, @Nullable Boolean isRecognised) {
    var day = Sheet.day(chance, platform.first() + years);
    var investment = Sheet.yuan(Sheet.spread(chance, 2e6, 2e7));
    var other = chance.nextInt(4) == 0 ? "300000.00" : "0";
    sheet.row(
        id,
        platform.id(),
        kind,
        "K" + id,
        null,
        null,
        true,
        day,
        isRecognised,
        null,
        investment,
        other);
  }

  /// Contracts from some thousands to some hundreds of thousands of yuan; one enterprise in twenty
  /// comes twice, by another platform.
  private void transformations(int enterprises) {
    for (int i = 1; i <= enterprises; i++) {
      var platform = all.get(chance.nextInt(all.size()));
      transformation("T%06d".formatted(i), "E%06d".formatted(i), platform);
      if (i % 20 == 7) {
        var other = all.get((platform.index() + 1) % all.size());
        transformation("U%06d".formatted(i), "E%06d".formatted(i), other);
      }
    }
  }

  private void transformation(String id, String enterprise, Platform platform) {
    var luck = chance.nextInt(1000);
    var isAccepted = luck >= 15;
    var years = luck < 50 ? 3 : chance.nextInt(3);
    var contract = Sheet.spread(chance, 5_000, 420_000);
    var investment = contract * chance.nextDouble(1.2, 3);
    var other = luck > 950 ? investment - contract * chance.nextDouble(0.2, 1.1) : 0;
    sheet.row(
        id,
        platform.id(),
        "企业数字化转型",
        enterprise,
        null,
        service(luck),
        isAccepted,
        isAccepted ? Sheet.day(chance, platform.first() + years) : null,
        null,
        luck % 100 == 61 ? null : Sheet.yuan(contract),
        luck % 100 == 62 ? null : Sheet.yuan(investment),
        luck % 100 == 63 ? null : Sheet.yuan(Math.max(0, other)));
  }

  private static @Nullable String service(int luck) {
    return switch (luck % 50) {
      case 0, 1, 2, 3 -> null;
      case 4 -> "其他服务";
      default -> SERVICES.get(luck % SERVICES.size());
    };
  }
}
