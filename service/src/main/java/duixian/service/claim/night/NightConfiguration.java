package duixian.service.claim.night;

import duixian.service.claim.matching.Matching;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class NightConfiguration {
  @Bean
  Runs matchingRuns(JdbcClient jdbc, Clock clock) {
    return new Runs(jdbc, clock);
  }

  @Bean
  SelfRaising selfRaising(
      Matching matching,
      Runs matchingRuns,
      @Value("${duixian.matching.on-change:true}") boolean onChange) {
    return new SelfRaising(matching, matchingRuns, onChange);
  }
}
