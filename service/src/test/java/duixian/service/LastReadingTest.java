package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.target.Board;
import duixian.service.target.Courses;
import duixian.service.target.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    var atStart = board.now();
    var linesAtStart = courses.lines();
    city.platform(Map.of("类别", "标杆平台", "是节点平台", "true", "落地日期", "2023-05-06"));
    city.clock.forward(Duration.ofMinutes(11));
    while (board.now().at().equals(atStart.at()) || courses.lines().equals(linesAtStart)) {
      Thread.sleep(20);
    }
    var last = board.now();
    var lines = courses.lines();
    city.context.close();

    try (var context = Services.start(folder, city.clock)) {
      var again = context.getBean(Board.class);

      assertThat(shown(again.now())).isEqualTo(shown(last)).isNotEqualTo(shown(atStart));
      assertThat(again.now().at()).isAfterOrEqualTo(last.at());
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
