package duixian.service.demo;

import duixian.service.audit.AuditLog;
import duixian.service.budget.Accounts;
import duixian.service.calendar.Calendars;
import duixian.service.claim.Claims;
import duixian.service.claim.Openings;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Tasks;
import duixian.service.claim.Verdicts;
import duixian.service.claim.draft.ClaimFiles;
import duixian.service.claim.exhibit.Exhibits;
import duixian.service.claim.matching.Matching;
import duixian.service.claim.night.Runs;
import duixian.service.claim.night.SelfRaising;
import duixian.service.claim.room.Rooms;
import duixian.service.claim.voucher.Vouchers;
import duixian.service.database.DataFolder;
import duixian.service.evaluation.Evaluations;
import duixian.service.fact.EvidenceFiles;
import duixian.service.fact.FactLoader;
import duixian.service.fact.FactStore;
import duixian.service.fact.contest.Contests;
import duixian.service.law.Laws;
import duixian.service.notice.Notices;
import duixian.service.notice.Objections;
import duixian.service.party.BankAccounts;
import duixian.service.party.Credits;
import duixian.service.party.Experts;
import duixian.service.party.Parties;
import duixian.service.payment.Payments;
import duixian.service.payment.Plans;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("duixian.demo")
class DemoConfiguration {
  @Bean
  DemoClock clock(DataFolder folder) {
    return DemoTime.clock(folder, Clock.systemUTC());
  }

  @Bean
  DemoCity demoCity(
      Laws laws,
      FactLoader loader,
      Parties parties,
      Experts experts,
      BankAccounts bank,
      Accounts accounts) {
    return new DemoCity(laws, loader, parties, experts, bank, accounts);
  }

  @Bean
  Walk walk(
      Claims claims,
      Proceedings proceedings,
      Verdicts verdicts,
      Tasks tasks,
      Rooms rooms,
      Parties parties,
      BankAccounts bank,
      Notices notices,
      Plans plans,
      Payments payments,
      Papers papers) {
    return new Walk(
        claims,
        proceedings,
        verdicts,
        tasks,
        rooms,
        parties,
        bank,
        notices,
        plans,
        payments,
        papers);
  }

  @Bean
  Papers papers(
      Laws laws, EvidenceFiles evidence, ClaimFiles files, Exhibits exhibits, Vouchers vouchers) {
    return new Papers(laws, evidence, files, exhibits, new Invoices(vouchers));
  }

  @Bean
  Upkeep upkeep(
      DemoClock clock,
      Parties parties,
      Claims claims,
      Credits credits,
      Evaluations evaluations,
      FactStore facts,
      Contests contests,
      SelfRaising nights,
      Runs runs,
      TransactionTemplate whole) {
    return new Upkeep(
        clock, parties, claims, credits, evaluations, facts, contests, nights, runs, whole);
  }

  @Bean
  Goals goals(
      Claims claims,
      Proceedings proceedings,
      Notices notices,
      Objections objections,
      Payments payments,
      Walk walk,
      Papers papers) {
    return new Goals(claims, proceedings, notices, objections, payments, walk, papers);
  }

  @Bean
  Story story(
      DemoClock clock,
      Calendars calendars,
      Parties parties,
      Matching matching,
      Openings openings,
      Claims claims,
      Walk walk,
      Goals goals,
      Upkeep upkeep,
      JdbcClient jdbc,
      TransactionTemplate whole) {
    return new Story(
        clock,
        calendars,
        parties,
        matching,
        openings,
        claims,
        walk,
        goals,
        upkeep,
        new Bookmark(jdbc, whole));
  }

  @Bean
  DemoLoading demoLoading(
      DataFolder folder,
      DemoClock clock,
      DemoCity city,
      Story story,
      AuditLog audit,
      Parties parties,
      TransactionTemplate whole,
      @Value("${duixian.house:.}") String house) {
    return new DemoLoading(
        folder,
        clock,
        city,
        story,
        audit,
        parties,
        Path.of(house, "examples", "zhongshan-city"),
        whole);
  }
}
