package duixian.service.target.web;

import duixian.policy.trace.Progress;
import duixian.policy.value.Rational;
import duixian.service.site.Answer;
import duixian.service.site.Shown;
import duixian.service.target.Board;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class TargetPages {
  private static final long FULL = 1000;

  private final Board board;

  TargetPages(Board board) {
    this.board = board;
  }

  /// For everybody: figures and clauses; the records behind them are for the offices.
  @GetMapping("/targets")
  Answer targets(@RequestParam(name = "format", required = false) @Nullable String format) {
    var now = board.now();
    var page =
        new TargetsPage(
            Shown.moment(now.at()), now.targets().stream().map(TargetPages::row).toList());
    return "xlsx".equals(format) ? sheet(page) : new Answer.Page("目标", "target/targets", page);
  }

  private static TargetsPage.Row row(Progress progress) {
    var target = progress.target();
    return new TargetsPage.Row(
        target.name(),
        target.clause(),
        progress.measured(),
        progress.floor(),
        Shown.day(target.until()),
        permille(progress.share()),
        progress.state().word());
  }

  private static long permille(@Nullable Rational share) {
    return share == null
        ? 0
        : share
            .numerator()
            .multiply(BigInteger.valueOf(FULL))
            .divide(share.denominator())
            .min(BigInteger.valueOf(FULL * FULL))
            .longValue();
  }

  private static Answer sheet(TargetsPage page) {
    return new Answer.Sheet(
        "目标",
        List.of("目标", "条款", "现在", "目标值", "期限", "状态"),
        page.targets().stream()
            .map(row ->
                Arrays.<@Nullable Object>asList(
                    row.name(),
                    row.clause(),
                    row.measured(),
                    row.floor(),
                    row.until(),
                    row.state()))
            .toList());
  }
}
