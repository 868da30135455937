package duixian.cli.city;

import duixian.cli.city.Plan.Platform;
import java.io.Writer;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Articles 二 and 三: platforms, their premises, exhibition centres, demonstration lines and cluster
/// platforms.
final class Platforms {
  private static final List<String> CLUSTERS =
      List.of("智能家居", "高端装备制造", "新一代电子信息", "生物医药与健康", "现代轻工纺织");

  private Platforms() {}

  static Sheet platforms(Plan plan, Writer out) {
    var sheet =
        new Sheet(out, "标识", "名称", "类别", "是节点平台", "落地日期", "实缴注册资金", "办公场所已选定", "人员已到位", "投资总额");
    var chance = plan.chance("平台");
    for (var platform : plan.all()) {
      var capital =
          platform.isBenchmark() ? benchmarkCapital(platform) : Sheet.spread(chance, 2e6, 3e7);
      sheet.row(
          platform.id(),
          (platform.isBenchmark() ? "合成标杆平台" : "合成市级平台") + platform.id(),
          platform.isBenchmark() ? "标杆平台" : "市级平台",
          platform.isNode(),
          Sheet.day(chance, platform.first()),
          Sheet.yuan(capital),
          platform.index() % 11 != 10,
          staffed(platform),
          investment(platform, chance.nextDouble(1.5e7, 6e7)));
    }
    return sheet;
  }

  /// Below the ceiling, at it to the fen, far above it.
  private static double benchmarkCapital(Platform platform) {
    return switch (platform.index()) {
      case 0 -> 8_000_000;
      case 1 -> 10_000_000;
      default -> 30_000_000;
    };
  }

  /// Somebody always forgets to say.
  private static @Nullable Boolean staffed(Platform platform) {
    return platform.index() % 13 == 7 ? null : platform.index() % 13 != 9;
  }

  /// Small node platforms meet the limit on support from all levels.
  private static String investment(Platform platform, double usual) {
    return Sheet.yuan(platform.isNode() && platform.index() % 2 == 0 ? 6_000_000 : usual);
  }

  static Sheet leases(Plan plan, Writer out) {
    var sheet =
        new Sheet(
            out, "标识", "平台", "年度", "承租方", "租户", "租赁面积", "租赁月数", "实付租金", "市房屋租金参考价", "当地同类平均租金");
    var chance = plan.chance("租约");
    for (var platform : plan.all()) {
      var area = platform.isBenchmark() ? 6_500 : chance.nextInt(300, 2_500);
      for (int year = platform.first(); year <= 2025; year++) {
        var months = year == platform.first() ? chance.nextInt(3, 12) : 12;
        var id = "L-" + platform.id() + "-" + year;
        lease(sheet, chance, id, platform, year, null, area, months);
        if (platform.isBenchmark()) {
          for (int tenant = 1; tenant <= 2; tenant++) {
            var name = "合成生态企业" + platform.id() + tenant;
            lease(sheet, chance, id + "-" + tenant, platform, year, name, 600 * tenant, 12);
          }
        } else if (platform.index() % 6 == 4) {
          lease(sheet, chance, id + "-1", platform, year, "合成生态企业" + platform.id(), 400, 12);
        }
      }
    }
    return sheet;
  }

  private static void lease(
      Sheet sheet,
      SplittableRandom chance,
      String id,
      Platform platform,
      int year,
      @Nullable String tenant,
      int area,
      int months) {
    var reference = chance.nextInt(25, 46);
    var paid = area * reference * chance.nextDouble(0.8, 1.25);
    var hasReference = chance.nextInt(10) > 1;
    var hasMean = hasReference ? chance.nextBoolean() : chance.nextInt(6) > 0;
    sheet.row(
        id,
        platform.id(),
        year,
        tenant == null ? "平台单位" : "生态企业",
        tenant == null ? platform.id() : tenant,
        area,
        months,
        Sheet.yuan(paid),
        hasReference ? reference : null,
        hasMean ? reference - 2 : null);
  }

  static Sheet centres(Plan plan, Writer out) {
    var sheet = new Sheet(out, "标识", "平台", "建成验收", "验收日期", "建设投入");
    var chance = plan.chance("展示中心");
    for (var platform : plan.benchmarks()) {
      var year = platform.first() + 1;
      var cost = List.of(2_600_000.0, 3_000_000.0, 4_200_000.5).get(platform.index());
      sheet.row(
          "S-" + platform.id(), platform.id(), true, Sheet.day(chance, year), Sheet.yuan(cost));
    }
    var first = plan.benchmarks().getFirst();
    sheet.row("S-" + first.id() + "-2", first.id(), true, "2024-10-15", "900000.00");
    for (var platform : plan.municipals().stream().limit(2).toList()) {
      sheet.row("S-" + platform.id(), platform.id(), platform.index() == 3, null, "1500000.00");
    }
    return sheet;
  }

  static Sheet lines(Plan plan, Writer out) {
    var sheet = new Sheet(out, "标识", "平台", "建成验收", "验收日期", "开放示范展示", "固定资产投资", "软件费用");
    var chance = plan.chance("示范产线");
    for (var platform : plan.benchmarks()) {
      for (int i = 0; i < 3; i++) {
        var id = "C-" + platform.id() + "-" + (i + 1);
        var day = Sheet.day(chance, platform.first() + i);
        var assets = Sheet.yuan(Sheet.spread(chance, 3e6, 1.5e7));
        var software =
            platform.index() == 2 && i == 2 ? null : Sheet.yuan(chance.nextDouble(3e5, 3e6));
        sheet.row(id, platform.id(), true, day, platform.index() != 1 || i != 1, assets, software);
      }
    }
    for (var platform : plan.municipals().stream().limit(1).toList()) {
      sheet.row("C-" + platform.id(), platform.id(), true, "2023-06-30", true, "5000000.00", "0");
    }
    return sheet;
  }

  static Sheet clusters(Plan plan, Writer out) {
    var sheet = new Sheet(out, "标识", "平台", "集群", "建设方案论证", "论证日期");
    var chance = plan.chance("集群专业平台");
    for (var platform : plan.benchmarks()) {
      for (int i = 0; i < 2; i++) {
        var cluster = CLUSTERS.get((platform.index() * 2 + i) % CLUSTERS.size());
        var day = Sheet.day(chance, platform.first() + 1 + i);
        sheet.row("Q-" + platform.id() + "-" + (i + 1), platform.id(), cluster, true, day);
      }
    }
    var first = plan.benchmarks().getFirst();
    sheet.row("Q-" + first.id() + "-3", first.id(), CLUSTERS.getFirst(), true, "2025-03-20");
    sheet.row("Q-" + first.id() + "-4", first.id(), "数字创意", false, null);
    for (var platform : plan.municipals().stream().limit(1).toList()) {
      sheet.row("Q-" + platform.id(), platform.id(), "现代轻工纺织", true, "2023-09-01");
    }
    return sheet;
  }
}
