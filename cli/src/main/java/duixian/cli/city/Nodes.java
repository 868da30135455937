package duixian.cli.city;

import duixian.cli.city.Plan.Platform;
import java.io.Writer;
import java.util.SplittableRandom;

/// Article 六: identifier nodes that grow past a hundred million registrations a year, and one
/// platform that is no node.
final class Nodes {
  private static final long MANY = 100_000_000;
  private static final long BUSY = 30_000;

  private Nodes() {}

  static Sheet write(Plan plan, Writer out) {
    var sheet = new Sheet(out, "标识", "平台", "年度", "年度新增标识注册量", "日均解析量", "国家奖补", "省奖补", "其他各级财政资助额");
    var chance = plan.chance("节点情况");
    plan.all().stream()
        .filter(platform -> platform.isNode() || platform.index() == 0)
        .forEach(platform -> years(sheet, chance, platform));
    return sheet;
  }

  private static void years(Sheet sheet, SplittableRandom chance, Platform platform) {
    for (int year = platform.first(); year <= 2025; year++) {
      var since = year - platform.first();
      var registered =
          switch (since) {
            case 0 -> MANY / 5;
            case 1 -> MANY; // not past it yet
            default -> MANY + MANY / 4 * since;
          };
      var resolved = since == 2 && platform.index() % 2 == 0 ? BUSY : BUSY / 2 * since + 1;
      sheet.row(
          "D-" + platform.id() + "-" + year,
          platform.id(),
          year,
          registered,
          resolved,
          since == 3 ? null : Sheet.yuan(1_000_000 + chance.nextInt(100) * 10_000.0),
          Sheet.yuan(chance.nextInt(80) * 10_000.0),
          since == 0 ? "500000.00" : "0");
    }
  }
}
