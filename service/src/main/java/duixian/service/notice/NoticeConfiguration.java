package duixian.service.notice;

import duixian.service.audit.AuditLog;
import duixian.service.claim.Claims;
import duixian.service.claim.Proceedings;
import duixian.service.party.Parties;
import duixian.service.party.Seal;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {
  @Bean
  Notices notices(
      JdbcClient jdbc,
      Clock clock,
      Claims claims,
      Proceedings proceedings,
      Parties parties,
      AuditLog audit,
      PlatformTransactionManager transactions) {
    return new Notices(
        jdbc, clock, claims, proceedings, parties, audit, new TransactionTemplate(transactions));
  }

  @Bean
  Objections objections(
      JdbcClient jdbc, Clock clock, Seal seal, Proceedings proceedings, AuditLog audit) {
    return new Objections(jdbc, clock, seal, proceedings, audit);
  }

  @Bean
  Closing closing(Notices notices) {
    return new Closing(notices);
  }

  /// Every night after midnight.
  record Closing(Notices notices) {
    @Scheduled(cron = "${duixian.notice.close:0 5 0 * * *}", zone = "Asia/Shanghai")
    void close() {
      notices.closeDue();
    }
  }
}
