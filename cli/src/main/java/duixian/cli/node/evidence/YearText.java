package duixian.cli.node.evidence;

import duixian.handle.evidence.Counted;
import duixian.handle.evidence.Recount.Three;
import duixian.handle.evidence.YearReport;
import duixian.handle.store.Census;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Map;

/// The figures of a year as an auditor reads them.
final class YearText {
  private YearText() {}

  static void print(YearReport report, int prefixes, PrintWriter out) {
    out.printf("%d 年度标识节点用量（北京时间，全年 %d 天）%n%n", report.year(), report.days());
    out.printf("  %-10s %15s %15s %15s%n", "", "计数器", "事件日志", "库内清点");
    three(out, "新增注册量", report.registered());
    three(out, "上报（另计）", report.reported());
    out.printf(
        "  %s %15d %15d %15s  %s%n",
        wide("解析成功"),
        report.resolvedByCounters(),
        report.resolvedByLog(),
        "–",
        report.resolvedByCounters() == report.resolvedByLog() ? "一致" : "不一致");
    out.printf("  %s %15d%n%n", wide("日均解析量"), report.resolvedADay());
    out.printf(
        "第六条：年度新增标识注册量超过 %,d：%s%n", YearReport.REGISTRATIONS, met(report.enoughRegistered()));
    out.printf(
        "　　　　日均解析量超过 %,d：%s%n%n", YearReport.RESOLUTIONS_A_DAY, met(report.enoughResolved()));
    var states = report.states();
    out.printf(
        "现存标识 %,d（其中删除后重建 %,d），已删除 %,d%n%n",
        states.getOrDefault(Census.State.LIVE, 0L)
            + states.getOrDefault(Census.State.RECREATED, 0L),
        states.getOrDefault(Census.State.RECREATED, 0L),
        states.getOrDefault(Census.State.DELETED, 0L));
    counts(out, "按结果与渠道", Counted.byKind(report.counters()), Integer.MAX_VALUE);
    counts(out, "按前缀、渠道与结果", Counted.byPrefix(report.counters()), prefixes);
    differences(out, report.differences().size(), Counted.named(report.differences()));
  }

  private static void three(PrintWriter out, String name, Three three) {
    out.printf(
        "  %s %15d %15d %15d  %s%n",
        wide(name), three.counters(), three.log(), three.scan(), three.agree() ? "一致" : "不一致");
  }

  private static void counts(PrintWriter out, String heading, Map<String, Long> counts, int most) {
    out.println(heading);
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .forEach(count -> out.printf("  %,15d  %s%n", count.getValue(), count.getKey()));
    if (counts.size() > most) {
      out.printf("  另有 %d 行，用 --all 列出%n", counts.size() - most);
    }
    out.println();
  }

  private static void differences(PrintWriter out, int size, Map<String, Three> differences) {
    out.println(size == 0 ? "逐日、逐前缀、逐渠道、逐结果核对：全部一致" : "逐项核对有 " + size + " 处不一致：");
    differences.forEach((name, three) ->
        out.printf(
            "  %s：计数器 %d，事件日志 %d，库内清点 %d%n", name, three.counters(), three.log(), three.scan()));
  }

  private static String met(boolean met) {
    return met ? "达到" : "未达到";
  }

  /// Chinese characters take two columns.
  private static String wide(String text) {
    return text + " ".repeat(Math.max(0, 14 - 2 * text.length()));
  }
}
