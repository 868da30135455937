package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.target.Board;
import duixian.service.target.Courses;
import duixian.service.target.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LastReadingTest {
  @Test
  @Timeout(180)
  void theTargetsOutliveARestart() throws Exception {
    var folder = Services.folder();
    var city = new City(folder);
    var board = city.context.getBean(Board.class);
    var courses = city.context.getBean(Courses.class);
    assertThat(board.now()).isNull();
    assertThat(new Browser(city).open("/").body()).contains("还没有记录").doesNotContain("期限已过");
    city.platform(Map.of("类别", "标杆平台", "是节点平台", "true", "落地日期", "2023-05-06"));
    while (board.now() == null || courses.lines().isEmpty()) {
      Thread.sleep(20);
    }
    var first = Objects.requireNonNull(board.now());
    var firstLines = courses.lines();
    assertThat(new Browser(city).open("/").body()).contains("统计于");
    city.platform(Map.of("类别", "标杆平台", "是节点平台", "true", "落地日期", "2023-05-06"));
    city.clock.forward(Duration.ofMinutes(11));
    while (first.equals(board.now()) || firstLines.equals(courses.lines())) {
      Thread.sleep(20);
    }
    var last = Objects.requireNonNull(board.now());
    var lines = courses.lines();
    city.context.close();

    try (var context = Services.start(folder, city.clock)) {
      var again = context.getBean(Board.class);

      var kept = Objects.requireNonNull(again.now());
      assertThat(shown(kept)).isEqualTo(shown(last)).isNotEqualTo(shown(first));
      assertThat(kept.at()).isAfterOrEqualTo(last.at());
      assertThat(context.getBean(Courses.class).lines()).isEqualTo(lines);
      assertThat(again.explained())
          .extracting("measured", String.class)
          .containsExactlyElementsOf(last.targets().stream().map(Standing::measured).toList());
    }
  }

  private static List<String> shown(Board.Reading reading) {
    return reading.targets().stream()
        .map(one -> one.target().name() + one.state() + one.measured() + one.floor() + one.share())
        .toList();
  }
}
