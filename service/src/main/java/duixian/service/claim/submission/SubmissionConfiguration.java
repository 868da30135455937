package duixian.service.claim.submission;

import duixian.service.fact.FactStore;
import duixian.service.law.Laws;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {
  @Bean
  Submissions submissions(JdbcClient jdbc, Clock clock, Laws laws, FactStore facts) {
    return new Submissions(jdbc, clock, laws, facts);
  }
}
