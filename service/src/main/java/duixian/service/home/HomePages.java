package duixian.service.home;

import duixian.policy.model.Policy;
import duixian.policy.trace.Progress;
import duixian.policy.value.Rational;
import duixian.service.audit.TreeHeads;
import duixian.service.claim.Claims;
import duixian.service.law.Laws;
import duixian.service.law.Measure;
import duixian.service.notice.Notices;
import duixian.service.site.Answer;
import duixian.service.site.Shown;
import duixian.service.target.Board;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePages {
  private static final int NEWEST = 5;

  private final Laws laws;
  private final Board board;
  private final Claims claims;
  private final Notices notices;
  private final TreeHeads heads;

  HomePages(Laws laws, Board board, Claims claims, Notices notices, TreeHeads heads) {
    this.laws = laws;
    this.board = board;
    this.claims = claims;
    this.notices = notices;
    this.heads = heads;
  }

  @GetMapping("/")
  Answer home() {
    var policy = laws.inForce();
    var page =
        new HomePage(
            policy.title(),
            board.now().targets().stream().map(HomePages::bar).toList(),
            articles(policy),
            claims.grantedByYear(),
            notices.newest(NEWEST),
            head());
    return new Answer.Page("首页", "home/home", page);
  }

  private static List<HomePage.Article> articles(Policy policy) {
    return Measure.of(policy).stream()
        .collect(Collectors.groupingBy(Measure::article, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> new HomePage.Article(entry.getKey(), entry.getValue()))
        .toList();
  }

  static HomePage.Bar bar(Progress progress) {
    return new HomePage.Bar(
        progress.target().name(),
        progress.measured(),
        progress.floor(),
        permille(progress.share()),
        progress.state().word());
  }

  private static long permille(@Nullable Rational share) {
    return share == null
        ? 0
        : share
            .numerator()
            .multiply(BigInteger.valueOf(1000))
            .divide(share.denominator())
            .min(BigInteger.valueOf(1_000_000))
            .longValue();
  }

  private HomePage.@Nullable Head head() {
    return heads
        .latest()
        .map(head ->
            new HomePage.Head(
                head.size(), head.root().hex(), Shown.moment(Instant.ofEpochMilli(head.at()))))
        .orElse(null);
  }
}
