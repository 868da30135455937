package duixian.service.target;

import duixian.service.fact.FactStore;
import duixian.service.law.Laws;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TargetConfiguration {
  @Bean
  Board board(Clock clock, Laws laws, FactStore facts) {
    return new Board(clock, laws, facts);
  }

  @Bean
  Courses courses(Clock clock, Laws laws, FactStore facts) {
    return new Courses(clock, laws, facts);
  }
}
