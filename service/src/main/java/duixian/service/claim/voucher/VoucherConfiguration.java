package duixian.service.claim.voucher;

import duixian.service.audit.AuditLog;
import duixian.service.claim.Proceedings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class VoucherConfiguration {
  @Bean
  Vouchers vouchers(JdbcClient jdbc, Clock clock, Proceedings proceedings, AuditLog audit) {
    return new Vouchers(jdbc, clock, proceedings, audit);
  }
}
