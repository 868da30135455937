package duixian.service.evaluation;

import duixian.service.audit.AuditLog;
import duixian.service.claim.Claims;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class EvaluationConfiguration {
  @Bean
  Evaluations evaluations(JdbcClient jdbc, Clock clock, Claims claims, AuditLog audit) {
    return new Evaluations(jdbc, clock, claims, audit);
  }
}
