package duixian.service.claim.draft;

import duixian.service.audit.AuditLog;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DraftConfiguration {
  @Bean
  Drafts drafts(JdbcClient jdbc, Clock clock) {
    return new Drafts(jdbc, clock);
  }

  @Bean
  ClaimFiles claimFiles(JdbcClient jdbc, Clock clock, AuditLog audit) {
    return new ClaimFiles(jdbc, clock, audit);
  }
}
