package duixian.cli.report;

import duixian.cli.terminal.Columns;
import duixian.cli.terminal.Ink;
import duixian.cli.terminal.Terminal;
import duixian.policy.eval.Targets;
import duixian.policy.facts.Table;
import duixian.policy.model.Award;
import duixian.policy.trace.Decision;
import duixian.policy.trace.Outcome;
import duixian.policy.value.Money;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/// The result for people: what each award comes to, which limits bit, what is missing, which
/// readings were taken.
public final class SummaryText {
  private static final int VERSION_SHOWN = 12;

  private final Result result;
  private final Summary summary;
  private final Terminal terminal;
  private final PrintWriter out;

  private SummaryText(Result result, Summary summary, Terminal terminal) {
    this.result = result;
    this.summary = summary;
    this.terminal = terminal;
    this.out = terminal.out();
  }

  public static void print(Result result, Summary summary, Terminal terminal) {
    var text = new SummaryText(result, summary, terminal);
    text.head();
    text.awards();
    text.cuts();
    text.lacking();
    text.undetermined();
    text.targets();
    text.readings();
  }

  private void head() {
    var policy = result.policy();
    var version = policy.version();
    out.println(terminal.paint(Ink.HEADING, policy.title()));
    out.printf(
        "%s，版本 %s；认定日 %s%n",
        policy.name(),
        version.substring(0, Math.min(VERSION_SHOWN, version.length())),
        result.run().day());
    var records =
        result.facts().tables().stream()
            .filter(table -> table.size() > 0)
            .map(SummaryText::records)
            .collect(Collectors.joining("、"));
    out.println("事实：" + (records.isEmpty() ? "没有记录" : records));
    out.println();
  }

  private static String records(Table table) {
    return table.entity().name() + " " + table.size();
  }

  private void awards() {
    var columns =
        new Columns(
            List.of(2, 3, 4, 5, 6, 7), "奖补", "条款", "可兑现", "不符合", "缺事实", "待定", "额度（万元）", "核定上限（万元）");
    for (var award : result.policy().awards()) {
      var line = summary.line(award);
      if (line.rows() > 0) {
        row(columns, award.name(), award.clause(), line);
      }
    }
    row(columns, "合计", "", summary.total());
    columns.print(out, terminal);
    var idle =
        result.policy().awards().stream()
            .filter(award -> summary.line(award).rows() == 0)
            .map(Award::name)
            .collect(Collectors.joining("、"));
    if (!idle.isEmpty()) {
      out.println("没有对象：" + idle);
    }
  }

  private static void row(Columns columns, String name, String clause, Summary.Line line) {
    columns.row(
        name,
        clause,
        Integer.toString(line.payable()),
        Integer.toString(line.ineligible()),
        Integer.toString(line.lacking()),
        Integer.toString(line.undetermined()),
        tenThousands(line.figure()),
        tenThousands(line.ceiling()));
  }

  private void cuts() {
    if (!summary.cuts().isEmpty()) {
      heading("封顶");
      var columns = new Columns(List.of(1, 2), "上限或限额", "行", "削减（万元）");
      summary
          .cuts()
          .forEach((name, cutting) ->
              columns.row(name, Integer.toString(cutting.rows()), tenThousands(cutting.fen())));
      columns.print(out, terminal);
    }
  }

  private void lacking() {
    if (summary.lackingRows() > 0) {
      heading("缺事实（" + summary.lackingRows() + " 行）");
      summary.lacking().forEach(this::lack);
      var more = summary.lackingRows() - summary.lacking().size();
      if (more > 0) {
        out.println("  ……另有 " + more + " 行，用 --csv 文件 或 --json 看全部");
      }
    }
  }

  private void lack(Decision decision) {
    if (decision.outcome() instanceof Outcome.Lacking(var lacks, var least, var most)) {
      var facts =
          lacks.stream().map(Outcome.Lack::fact).distinct().collect(Collectors.joining("、"));
      var range =
          least == null || most == null
              ? ""
              : least.equals(most)
                  ? "；补齐后仍是 " + most.text()
                  : "；补齐后可能在 " + least.text() + " 到 " + most.text() + " 之间";
      out.printf(
          "  %s %s %d年：缺 %s%s%n",
          decision.award().name(), decision.object(), decision.year(), facts, range);
    }
  }

  private void undetermined() {
    if (!summary.undetermined().isEmpty()) {
      heading("待定");
      summary.undetermined().forEach((part, rows) -> out.printf("  %s（%d 行）%n", part, rows));
    }
  }

  private void targets() {
    if (Result.isLarge(result.facts())) {
      heading("目标：记录很多，这次没有统计");
      return;
    }
    var targets = Targets.measure(result.run(), result.facts());
    if (targets.isEmpty()) {
      return;
    }
    heading("目标");
    var columns = new Columns(List.of(1, 2), "目标", "现有", "至少", "状态", "期限");
    for (var target : targets) {
      var until = target.target().until();
      columns.row(
          target.target().name(),
          target.measured(),
          target.floor(),
          target.state().word(),
          until == null ? "" : until.toString());
    }
    columns.print(out, terminal);
  }

  private void readings() {
    heading("解释点");
    for (var reading : result.policy().readings()) {
      if (reading.isSwitch()) {
        var taken = reading.choices().get(reading.taken());
        var choice = result.choice(reading);
        var changed =
            choice.equals(taken) ? "" : terminal.paint(Ink.OPEN, "（本次改选；政策采用 " + taken + "）");
        out.printf(
            "  %s：%s%s  〔%s〕%n",
            reading.name(), choice, changed, String.join(" | ", reading.choices()));
      }
    }
  }

  private void heading(String text) {
    out.println();
    out.println(terminal.paint(Ink.HEADING, text));
  }

  /// For an overview; the exact fen stand in every row of the other forms.
  private static String tenThousands(BigInteger fen) {
    var value =
        new BigDecimal(fen)
            .divide(BigDecimal.valueOf(Money.yuan(10_000).fen()), 2, RoundingMode.HALF_UP);
    return String.format("%,.2f", value);
  }
}
