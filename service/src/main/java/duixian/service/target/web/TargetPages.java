package duixian.service.target.web;

import duixian.service.site.Answer;
import duixian.service.site.Missing;
import duixian.service.target.Board;
import duixian.service.target.Courses;
import duixian.service.target.Prospect;
import duixian.service.target.Standing;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

@Controller
class TargetPages {
  private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

  private final Clock clock;
  private final Board board;
  private final Courses courses;

  TargetPages(Clock clock, Board board, Courses courses) {
    this.clock = clock;
    this.board = board;
    this.courses = courses;
  }

  @GetMapping("/targets")
  Answer list() {
    var reading = board.now();
    var lines = courses.lines();
    var rows = new ArrayList<TargetsPage.Row>();
    for (var standing : reading == null ? List.<Standing>of() : reading.targets()) {
      var line = lines.getOrDefault(standing.target().name(), new Courses.Line(List.of(), null));
      rows.add(row(rows.size(), standing, line));
    }
    var days =
        rows.isEmpty()
            ? List.<LocalDate>of()
            : rows.getFirst().points().stream().map(Courses.Point::day).toList();
    var reached = (int) rows.stream().filter(row -> row.state().equals("已达到")).count();
    return new Answer.Page(
        "目标",
        "target/targets",
        new TargetsPage(
            reading == null ? null : reading.at(),
            reading == null && board.isEmpty(),
            reached,
            rows,
            days,
            chart(rows)));
  }

  @GetMapping("/target-records/{index}")
  Answer records(@PathVariable("index") int index) {
    var targets = board.explained();
    if (index < 0 || index >= targets.size()) {
      throw new Missing("没有这个目标");
    }
    var progress = targets.get(index);
    return new Answer.Page(
        progress.target().name(),
        "target/records",
        new RecordsPage(
            progress.target().name(),
            progress.measured(),
            progress.floor(),
            progress.explanation()));
  }

  private TargetsPage.Row row(int index, Standing standing, Courses.Line line) {
    var target = standing.target();
    var share = standing.share();
    var until = target.until();
    return new TargetsPage.Row(
        index,
        target.name(),
        target.clause(),
        standing.measured(),
        standing.floor(),
        share == null
            ? 0
            : share
                .numerator()
                .multiply(THOUSAND)
                .divide(share.denominator())
                .min(BigInteger.valueOf(1_000_000))
                .longValue(),
        standing.state().word(),
        until,
        Prospect.of(standing, line, LocalDate.now(clock)),
        line.points());
  }

  private static String chart(List<TargetsPage.Row> rows) {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "tooltip", Map.of("trigger", "axis"),
                "legend", Map.of("type", "scroll", "top", 0),
                "grid", Map.of("left", 52, "right", 16, "bottom", 30, "top", 56),
                "xAxis",
                    Map.of(
                        "type",
                        "category",
                        "data",
                        rows.isEmpty()
                            ? List.of()
                            : rows.getFirst().points().stream()
                                .map(point -> point.day().toString())
                                .toList()),
                "yAxis", Map.of("type", "value", "name", "完成率 %", "max", 200),
                "series",
                    rows.stream()
                        .map(row ->
                            Map.of(
                                "name",
                                row.name(),
                                "type",
                                "line",
                                "connectNulls",
                                true,
                                "data",
                                row.points().stream()
                                    .map(point -> point.share() == null ? "-" : shown(point))
                                    .toList()))
                        .toList()));
  }

  private static Object shown(Courses.Point point) {
    var share = point.share();
    return share == null ? "-" : share / 100.0;
  }
}
