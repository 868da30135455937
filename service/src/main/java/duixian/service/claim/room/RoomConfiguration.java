package duixian.service.claim.room;

import duixian.service.budget.Accounts;
import duixian.service.claim.submission.Submissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class RoomConfiguration {
  @Bean
  Rooms rooms(JdbcClient jdbc, Submissions submissions, Accounts accounts) {
    return new Rooms(jdbc, submissions, accounts);
  }
}
