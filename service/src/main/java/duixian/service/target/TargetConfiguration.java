package duixian.service.target;

import duixian.service.fact.FactStore;
import duixian.service.law.Laws;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class TargetConfiguration {
  @Bean
  LastReadings lastReadings(JdbcClient jdbc, Laws laws) {
    return new LastReadings(jdbc, laws);
  }

  @Bean
  Board board(Clock clock, Laws laws, FactStore facts, LastReadings last) {
    return new Board(clock, laws, facts, last);
  }

  @Bean
  Courses courses(Clock clock, Laws laws, FactStore facts, LastReadings last) {
    return new Courses(clock, laws, facts, last);
  }

  /// Before anybody asks, so that nobody finds the figures uncounted; without a policy there are
  /// none.
  @Bean
  ApplicationListener<ApplicationReadyEvent> firstReading(Laws laws, Board board, Courses courses) {
    return _ -> {
      if (!laws.isEmpty()) {
        board.now();
        courses.lines();
      }
    };
  }

  @Bean
  FirstRecords firstRecords(Board board, Courses courses) {
    return new FirstRecords(board, courses);
  }
}
