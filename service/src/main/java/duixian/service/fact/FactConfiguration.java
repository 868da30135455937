package duixian.service.fact;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class FactConfiguration {
  @Bean
  FactStore factStore(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    return new FactStore(jdbc, clock, events);
  }

  @Bean
  FactLoader factLoader(
      JdbcClient jdbc, DataSource database, Clock clock, ApplicationEventPublisher events) {
    return new FactLoader(jdbc, database, clock, events);
  }

  @Bean
  EvidenceFiles evidenceFiles(JdbcClient jdbc, Clock clock) {
    return new EvidenceFiles(jdbc, clock);
  }
}
