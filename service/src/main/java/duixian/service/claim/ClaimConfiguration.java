package duixian.service.claim;

import duixian.service.audit.AuditLog;
import duixian.service.budget.Accounts;
import duixian.service.calendar.Calendars;
import duixian.service.claim.procedure.Procedures;
import duixian.service.claim.submission.Submissions;
import duixian.service.parameter.Parameters;
import duixian.service.party.BankAccounts;
import duixian.service.party.Credits;
import duixian.service.party.Experts;
import duixian.service.party.Parties;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {
  @Bean
  Claims claims(JdbcClient jdbc, AuditLog log) {
    return new Claims(jdbc, log);
  }

  @Bean
  Tasks tasks(
      JdbcClient jdbc, Clock clock, Calendars calendars, Parties parties, Parameters parameters) {
    return new Tasks(jdbc, clock, calendars, parties, parameters);
  }

  @Bean
  ExpertDraw expertDraw(JdbcClient jdbc, Clock clock, Experts experts) {
    return new ExpertDraw(jdbc, clock, experts, new SecureRandom());
  }

  @Bean
  Course course(
      JdbcClient jdbc,
      Clock clock,
      Procedures procedures,
      Submissions submissions,
      Tasks tasks,
      ExpertDraw draw,
      AuditLog audit,
      ApplicationEventPublisher events) {
    return new Course(jdbc, clock, procedures, submissions, tasks, draw, audit, events);
  }

  @Bean
  Openings openings(
      JdbcClient jdbc, Clock clock, Procedures procedures, Tasks tasks, Course course) {
    return new Openings(jdbc, clock, procedures, tasks, course);
  }

  @Bean
  Proceedings proceedings(
      JdbcClient jdbc,
      Clock clock,
      Claims claims,
      Submissions submissions,
      Course course,
      Accounts accounts,
      BankAccounts bank,
      Credits credits) {
    return new Proceedings(jdbc, clock, claims, submissions, course, accounts, bank, credits);
  }

  @Bean
  Verdicts verdicts(
      Claims claims,
      Procedures procedures,
      Tasks tasks,
      Course course,
      ExpertDraw draw,
      AuditLog audit) {
    return new Verdicts(claims, procedures, tasks, course, draw, audit);
  }
}
