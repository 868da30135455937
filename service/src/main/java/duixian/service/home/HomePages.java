package duixian.service.home;

import duixian.policy.model.Policy;
import duixian.policy.value.Rational;
import duixian.service.audit.TreeHeads;
import duixian.service.claim.Claims;
import duixian.service.law.Laws;
import duixian.service.law.Measure;
import duixian.service.notice.Notices;
import duixian.service.site.Answer;
import duixian.service.site.Shown;
import duixian.service.target.Board;
import duixian.service.target.Courses;
import duixian.service.target.Prospect;
import duixian.service.target.Standing;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePages {
  private static final int NEWEST = 5;

  private final Clock clock;
  private final Laws laws;
  private final Board board;
  private final Courses courses;
  private final Claims claims;
  private final Notices notices;
  private final TreeHeads heads;

  HomePages(
      Clock clock,
      Laws laws,
      Board board,
      Courses courses,
      Claims claims,
      Notices notices,
      TreeHeads heads) {
    this.clock = clock;
    this.laws = laws;
    this.board = board;
    this.courses = courses;
    this.claims = claims;
    this.notices = notices;
    this.heads = heads;
  }

  @GetMapping("/")
  Answer home() {
    var policy = laws.inForce();
    var reading = board.now();
    var page =
        new HomePage(
            policy.title(),
            reading == null ? null : reading.at(),
            reading == null && board.isEmpty(),
            reading == null ? List.of() : bars(reading),
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

  private List<HomePage.Bar> bars(Board.Reading reading) {
    var today = LocalDate.now(clock);
    var lines = courses.lines();
    return reading.targets().stream()
        .map(standing -> bar(standing, lines.get(standing.target().name()), today))
        .toList();
  }

  private static HomePage.Bar bar(Standing standing, Courses.@Nullable Line line, LocalDate today) {
    return new HomePage.Bar(
        standing.target().name(),
        standing.measured(),
        standing.floor(),
        permille(standing.share()),
        standing.state().word(),
        Prospect.of(standing, line, today));
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
