package duixian.service.claim.matching;

import duixian.service.claim.Openings;
import duixian.service.fact.FactStore;
import duixian.service.law.Laws;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {
  @Bean
  Matching matching(JdbcClient jdbc, Clock clock, Laws laws, FactStore facts, Openings openings) {
    return new Matching(jdbc, clock, laws, facts, openings);
  }
}
