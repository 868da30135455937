package duixian.service.claim.exhibit;

import duixian.service.audit.AuditLog;
import duixian.service.claim.Proceedings;
import duixian.service.fact.EvidenceFiles;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ExhibitConfiguration {
  @Bean
  Exhibits exhibits(
      JdbcClient jdbc, Clock clock, Proceedings proceedings, EvidenceFiles files, AuditLog audit) {
    return new Exhibits(jdbc, clock, proceedings, files, audit);
  }
}
