package duixian.service.payment;

import duixian.service.audit.AuditLog;
import duixian.service.claim.Claims;
import duixian.service.claim.Proceedings;
import duixian.service.claim.submission.Submissions;
import duixian.service.parameter.Interest;
import duixian.service.party.BankAccounts;
import duixian.service.party.Credits;
import duixian.service.party.Parties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {
  @Bean
  Plans plans(
      JdbcClient jdbc,
      Clock clock,
      Claims claims,
      Proceedings proceedings,
      Submissions submissions,
      Parties parties,
      BankAccounts bank,
      AuditLog audit) {
    return new Plans(jdbc, clock, claims, proceedings, submissions, parties, bank, audit);
  }

  @Bean
  Payments payments(
      JdbcClient jdbc,
      Clock clock,
      Proceedings proceedings,
      BankAccounts bank,
      AuditLog audit,
      Credits credits,
      Interest interest) {
    return new Payments(jdbc, clock, proceedings, bank, audit, credits, interest);
  }
}
