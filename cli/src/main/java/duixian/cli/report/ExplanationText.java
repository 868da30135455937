package duixian.cli.report;

import duixian.cli.terminal.Ink;
import duixian.cli.terminal.Terminal;
import duixian.policy.trace.Decision;
import duixian.policy.trace.Explanation;
import duixian.policy.trace.Outcome;

/// A decision with its reasons as an indented tree.
public final class ExplanationText {
  private final Terminal terminal;

  public ExplanationText(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Every decision on this 标识 in full, and a line for each on what belongs to it.
  public void print(Result result, String id) {
    var about = result.about(id);
    about.stream().filter(decision -> decision.object().equals(id)).forEach(this::print);
    var below = about.stream().filter(decision -> !decision.object().equals(id)).toList();
    if (!below.isEmpty()) {
      terminal
          .out()
          .println(terminal.paint(Ink.HEADING, "属于 " + id + " 的（逐笔依据：duixian explain 各自的标识）"));
      below.forEach(decision -> terminal.out().println("  " + head(decision)));
    }
  }

  private void print(Decision decision) {
    terminal.out().println(terminal.paint(Ink.HEADING, head(decision)));
    var note = Cells.note(decision.outcome());
    if (!note.isEmpty()) {
      terminal.out().println("  " + note);
    }
    var explanation = decision.explanation();
    if (explanation != null) {
      step(explanation, "", "");
    }
    terminal.out().println();
  }

  /// `企业项目 X1 · 标杆应用示范奖励（四（一））· 2022年：可兑现 350万元`.
  static String head(Decision decision) {
    var award = decision.award();
    var amount =
        decision.outcome() instanceof Outcome.Payable payable
            ? " 最高 " + payable.ceiling().text()
            : "";
    return "%s %s · %s（%s）· %d年：%s%s"
        .formatted(
            award.object().name(),
            decision.object(),
            award.name(),
            award.clause(),
            decision.year(),
            decision.outcome().word(),
            amount);
  }

  private void step(Explanation step, String first, String rest) {
    var basis = Basis.text(step.basis());
    terminal
        .out()
        .println(
            first
                + step.label()
                + (step.value().isEmpty() ? "" : "：" + step.value())
                + (basis.isEmpty() ? "" : terminal.paint(Ink.FAINT, "  〔" + basis + "〕")));
    for (int i = 0; i < step.parts().size(); i++) {
      var last = i == step.parts().size() - 1;
      step(step.parts().get(i), rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "));
    }
  }
}
