package duixian.service.budget;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class BudgetConfiguration {
  @Bean
  Accounts accounts(JdbcClient jdbc, Clock clock) {
    return new Accounts(jdbc, clock);
  }
}
