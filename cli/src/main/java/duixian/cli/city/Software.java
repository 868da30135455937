package duixian.cli.city;

import java.io.Writer;

/// Article 五: apps, software and national solutions, one platform past each yearly limit.
final class Software {
  private static final int APPS_PAST_THE_LIMIT = 112;
  private static final int SOFTWARE_PAST_THE_LIMIT = 18;

  private Software() {}

  static Sheet apps(Plan plan, Writer out) {
    var sheet = new Sheet(out, "标识", "平台", "产品指纹", "完成适配", "完成部署", "部署日期");
    var chance = plan.chance("工业APP");
    for (var platform : plan.benchmarks()) {
      for (int years = 0; years < 3; years++) {
        var count =
            platform.index() == 0 && years == 1 ? APPS_PAST_THE_LIMIT : chance.nextInt(15, 45);
        for (int n = 1; n <= count; n++) {
          var id = "K-%s-%d-%03d".formatted(platform.id(), platform.first() + years, n);
          // Every thirtieth is a product that the neighbouring platform deployed, too.
          var maker = n % 30 == 0 ? "通用" : platform.id();
          var fingerprint = n % 9 == 0 ? null : "厂商" + maker + "/产品" + n + "/" + (years + 1);
          var isDeployed = n % 17 != 0;
          var day = isDeployed ? Sheet.day(chance, platform.first() + years) : null;
          sheet.row(id, platform.id(), fingerprint, n % 23 != 0, isDeployed, day);
        }
      }
    }
    for (var platform : plan.municipals().stream().limit(2).toList()) {
      sheet.row("K-" + platform.id(), platform.id(), null, true, true, "2023-04-18");
    }
    return sheet;
  }

  static Sheet software(Plan plan, Writer out) {
    var sheet = new Sheet(out, "标识", "平台", "中山取得知识产权", "成功应用", "应用日期");
    var chance = plan.chance("工业软件");
    for (var platform : plan.benchmarks()) {
      var count = platform.index() == 1 ? SOFTWARE_PAST_THE_LIMIT : 5;
      for (int n = 1; n <= count; n++) {
        var isApplied = n % 5 != 4;
        var day = isApplied ? Sheet.day(chance, platform.first() + 1) : null;
        var id = "R-%s-%02d".formatted(platform.id(), n);
        sheet.row(id, platform.id(), n % 7 == 0 ? null : n % 6 != 5, isApplied, day);
      }
    }
    for (var platform : plan.municipals().stream().limit(1).toList()) {
      sheet.row("R-" + platform.id(), platform.id(), true, true, "2023-07-07");
    }
    return sheet;
  }

  static Sheet solutions(Plan plan, Writer out) {
    var sheet = new Sheet(out, "标识", "平台", "方案名称", "获评", "获评日期");
    var all = plan.all();
    sheet.row("U-1", all.getFirst().id(), "合成方案甲", true, "2022-11-20");
    sheet.row("U-2", all.getLast().id(), "合成方案甲", true, "2022-11-20");
    sheet.row("U-3", all.getLast().id(), "合成方案乙", true, "2023-12-08");
    sheet.row("U-4", all.getFirst().id(), "合成方案丙", false, null);
    sheet.row("U-5", all.getFirst().id(), "合成方案丁", true, "2026-02-01");
    return sheet;
  }
}
