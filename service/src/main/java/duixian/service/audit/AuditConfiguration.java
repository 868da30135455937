package duixian.service.audit;

import duixian.service.database.DataFolder;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
  @Bean
  AuditLog auditLog(JdbcClient jdbc, DataSource database, Clock clock) {
    return new AuditLog(jdbc, database, clock);
  }

  @Bean
  TreeHeads treeHeads(JdbcClient jdbc, Clock clock, DataFolder folder) {
    return new TreeHeads(jdbc, clock, SigningKey.of(folder));
  }

  @Bean
  Signing signing(TreeHeads heads) {
    return new Signing(heads);
  }

  /// Signs every ten seconds what was logged since.
  record Signing(TreeHeads heads) {
    @Scheduled(fixedDelayString = "${duixian.audit.sign-every:PT10S}")
    void sign() {
      heads.sign();
    }
  }
}
