package duixian.service.calendar;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The one place where the clock is read, in the time of the city.
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
  /// A test brings its own, and so does the demo.
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(name = "duixian.demo", havingValue = "false", matchIfMissing = true)
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }

  @Bean
  Calendars calendars(JdbcClient jdbc) {
    return new Calendars(jdbc);
  }
}
