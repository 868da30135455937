package duixian.service.parameter;

import duixian.service.audit.AuditLog;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ParameterConfiguration {
  @Bean
  Parameters parameters(JdbcClient jdbc, Clock clock, AuditLog audit) {
    return new Parameters(jdbc, clock, audit);
  }

  @Bean
  Interest interest(Parameters parameters) {
    return new Interest(parameters);
  }
}
