package duixian.service.party;

import duixian.service.audit.AuditLog;
import duixian.service.database.DataFolder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PartyConfiguration {
  private static final int KEY_BYTES = 32;

  @Bean
  Seal seal(DataFolder folder) {
    return new Seal(folder.secret("seal.key", KEY_BYTES));
  }

  @Bean
  Parties parties(JdbcClient jdbc, Clock clock) {
    return new Parties(jdbc, clock);
  }

  @Bean
  Experts experts(JdbcClient jdbc) {
    return new Experts(jdbc);
  }

  @Bean
  BankAccounts bankAccounts(JdbcClient jdbc, Clock clock, Seal seal, AuditLog audit) {
    return new BankAccounts(jdbc, clock, seal, audit);
  }

  @Bean
  Credits credits(JdbcClient jdbc, Clock clock, AuditLog audit) {
    return new Credits(jdbc, clock, audit);
  }
}
