package duixian.cli.check;

import duixian.cli.terminal.Ink;
import duixian.cli.terminal.Terminal;
import duixian.policy.law.Coverage;
import duixian.policy.model.Policy;
import duixian.policy.model.Reading;
import duixian.policy.source.Diagnostic;
import java.io.PrintWriter;
import java.util.List;

/// What a check found, for people: the parts of the policy, what of the law it covers, what it
/// leaves open.
public final class PolicyText {
  private final Terminal terminal;
  private final PrintWriter out;

  public PolicyText(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.out();
  }

  public void policy(Policy policy) {
    out.println(terminal.paint(Ink.HEADING, policy.title()));
    out.printf(
        "%s，版本 %s；%s 施行，%s 届满，兑现至 %s%n",
        policy.name(),
        policy.version().substring(0, 12),
        policy.effective(),
        policy.expires(),
        policy.payableUntil());
    out.printf(
        "主体 %d，奖补 %d，限额 %d，目标 %d，核查 %d，解释点 %d，条文数字 %d%n",
        policy.entities().size(),
        policy.awards().size(),
        policy.caps().size(),
        policy.targets().size(),
        policy.properties().size(),
        policy.readings().size(),
        policy.literals().size());
  }

  public void coverage(Coverage coverage) {
    out.printf(
        "官方文本 %d 句，没有引用的 %d 句，其中涉及金额或比例的 %d 句%n",
        coverage.sentences(), coverage.uncovered().size(), coverage.paying().size());
    coverage
        .uncovered()
        .forEach(span -> out.println("  " + span.place() + "：" + span.text().strip()));
  }

  public void examples(int passed, int all) {
    var text = "算例 " + all + "，通过 " + passed;
    out.println(passed == all ? text : terminal.paint(Ink.BAD, text));
  }

  /// What the text leaves to somebody, and how it was read where it can be read in more than one
  /// way.
  public void open(Policy policy) {
    var undetermined =
        policy.awards().stream().filter(award -> !OpenFigures.of(award).isEmpty()).toList();
    if (!undetermined.isEmpty()) {
      heading("待定（定下以前只登记、不兑现）");
      for (var award : undetermined) {
        OpenFigures.of(award)
            .forEach(part -> out.printf("  %s %s：%s%n", award.clause(), award.name(), part));
      }
    }
    var switches = policy.readings().stream().filter(Reading::isSwitch).toList();
    if (!switches.isEmpty()) {
      heading("可以改选的解释点（assess --reading 名=选择）");
      switches.forEach(this::choice);
    }
    var decisions = policy.readings().stream().filter(reading -> !reading.isSwitch()).toList();
    if (!decisions.isEmpty()) {
      heading("其余解释点");
      decisions.forEach(reading ->
          out.printf("  %s %s：%s%n", reading.clause(), reading.name(), reading.decision()));
    }
  }

  public void verdict(List<Diagnostic> diagnostics) {
    var errors = diagnostics.stream().filter(Diagnostic::isError).count();
    var others = diagnostics.size() - errors;
    out.println();
    out.println(
        terminal.paint(errors == 0 ? Ink.GOOD : Ink.BAD, errors + " 处错误，" + others + " 处提醒"));
  }

  private void choice(Reading reading) {
    out.printf(
        "  %s %s：采用 %s  〔%s〕%n",
        reading.clause(),
        reading.name(),
        reading.choices().get(reading.taken()),
        String.join(" | ", reading.choices()));
  }

  private void heading(String text) {
    out.println();
    out.println(terminal.paint(Ink.HEADING, text));
  }
}
