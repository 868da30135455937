package duixian.cli.city;

import java.io.Writer;
import java.util.List;

/// Articles 七 to 十: classes, parks, pilot clusters, case-by-case decisions.
final class Measures {
  private static final List<String> PILOTS = List.of("灯饰照明", "五金锁具", "板式家具", "美妆");

  private Measures() {}

  static Sheet training(Plan plan, Writer out) {
    var sheet = new Sheet(out, "标识", "平台", "培训日期", "培训人数", "培训学时", "取得证书人数");
    var chance = plan.chance("CIO培训");
    for (var platform : plan.all()) {
      var people = platform.index() == 5 ? 0 : chance.nextInt(15, 45);
      sheet.row(
          "N-" + platform.id(),
          platform.id(),
          Sheet.day(chance, platform.first() + 1),
          people,
          chance.nextInt(8, 41),
          people * 3 / 4);
    }
    return sheet;
  }

  static Sheet parks(Plan plan, Writer out) {
    var sheet = new Sheet(out, "标识", "园区建设方", "5G网络覆盖率", "光网传输速率", "工业设备5G联网率", "基础设施建设投资额");
    var chance = plan.chance("园区项目");
    for (int i = 1; i <= 4; i++) {
      sheet.row(
          "Y-" + i,
          "合成园区公司" + i,
          chance.nextInt(60, 100) + "%",
          1000,
          chance.nextInt(20, 80) + "%",
          i == 4 ? null : Sheet.yuan(Sheet.spread(chance, 5e6, 5e7)));
    }
    return sheet;
  }

  static Sheet pilots(Plan plan, Writer out) {
    var sheet = new Sheet(out, "标识", "平台", "集群名称", "牵头单位", "诊断咨询已开展", "整体解决方案论证", "论证日期");
    var chance = plan.chance("集群试点");
    var benchmarks = plan.benchmarks();
    for (int i = 0; i < PILOTS.size(); i++) {
      var platform = benchmarks.get(i % benchmarks.size());
      var day = Sheet.day(chance, platform.first() + 1);
      sheet.row(
          "V-" + (i + 1), platform.id(), PILOTS.get(i), true, i % 2 == 0 ? null : true, true, day);
    }
    sheet.row("V-5", benchmarks.getLast().id(), PILOTS.getFirst(), true, true, true, "2024-05-30");
    sheet.row("V-6", benchmarks.getFirst().id(), "注塑", false, true, true, "2024-05-30");
    sheet.row("V-7", benchmarks.getFirst().id(), "模具", true, true, false, null);
    for (var platform : plan.municipals().stream().limit(1).toList()) {
      sheet.row("V-8", platform.id(), "轻工纺织", true, true, true, "2024-05-30");
    }
    return sheet;
  }

  static Sheet decisions(Plan plan, Writer out) {
    var sheet = new Sheet(out, "标识", "平台", "决定文号", "决定日期", "决定金额");
    var all = plan.all();
    sheet.row("J-1", all.getFirst().id(), "合成函〔2023〕1号", "2023-08-01", "30000000.00");
    sheet.row("J-2", all.getLast().id(), null, "2024-03-15", "5000000.00");
    return sheet;
  }
}
