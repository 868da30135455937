package duixian.service.claim.procedure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ProcedureConfiguration {
  @Bean
  Procedures procedures(JdbcClient jdbc) {
    return new Procedures(jdbc);
  }
}
