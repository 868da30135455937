package duixian.service.law;

import duixian.service.audit.AuditLog;
import duixian.service.calendar.Calendars;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class LawConfiguration {
  @Bean
  Laws laws(JdbcClient jdbc, Clock clock, AuditLog audit) {
    return new Laws(jdbc, clock, audit);
  }

  @Bean
  Enacting enacting(
      Laws laws,
      Calendars calendars,
      @Value("${duixian.policy:${duixian.house:.}/policies/zhongshan-2021}") String policy) {
    return new Enacting(laws, calendars, Path.of(policy));
  }
}
