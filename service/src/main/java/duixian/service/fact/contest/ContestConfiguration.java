package duixian.service.fact.contest;

import duixian.service.audit.AuditLog;
import duixian.service.fact.FactStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ContestConfiguration {
  @Bean
  Contests contests(JdbcClient jdbc, Clock clock, FactStore facts, AuditLog audit) {
    return new Contests(jdbc, clock, facts, audit);
  }
}
