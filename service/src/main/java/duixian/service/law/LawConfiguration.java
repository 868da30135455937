package duixian.service.law;

import duixian.service.audit.AuditLog;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration
class LawConfiguration {
  @Bean
  Laws laws(JdbcClient jdbc, Clock clock, AuditLog audit) {
    return new Laws(jdbc, clock, audit);
  }
}
