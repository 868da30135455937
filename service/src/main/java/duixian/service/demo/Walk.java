package duixian.service.demo;

import duixian.policy.value.Money;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Task;
import duixian.service.claim.Tasks;
import duixian.service.claim.Verdicts;
import duixian.service.claim.room.Rooms;
import duixian.service.notice.Notices;
import duixian.service.party.BankAccounts;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.payment.BankFile;
import duixian.service.payment.Payments;
import duixian.service.payment.Plans;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// Does the next usual act on a case, as the person whose turn it is.
final class Walk {
  private static final int YEAR = 2026;

  private final Claims claims;
  private final Proceedings proceedings;
  private final Verdicts verdicts;
  private final Tasks tasks;
  private final Rooms rooms;
  private final Parties parties;
  private final BankAccounts bank;
  private final Notices notices;
  private final Plans plans;
  private final Payments payments;
  private final Papers papers;

  Walk(
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
    this.claims = claims;
    this.proceedings = proceedings;
    this.verdicts = verdicts;
    this.tasks = tasks;
    this.rooms = rooms;
    this.parties = parties;
    this.bank = bank;
    this.notices = notices;
    this.plans = plans;
    this.payments = payments;
    this.papers = papers;
  }

  void step(long id) {
    var claim = claims.claim(id);
    switch (claim.step()) {
      case "草稿", "待确认", "补正" -> {
        if (claim.step().equals("草稿")) {
          papers.bring(claim);
        }
        proceedings.submit(id, bank.of(claim.unit()).getFirst().id(), Cast.applicant(claim.unit()));
      }
      case "受理" -> proceedings.act(id, "受理", clerk(claim), "");
      case "形式审查" -> proceedings.act(id, "通过", who("reviewer1"), "");
      case "联合审查" -> openOf(id).forEach(task -> verdicts.give(id, true, department(task), ""));
      case "专家评审" -> score(id);
      case "现场核查" -> {
        var officers =
            openOf(id).size() > 1 ? List.of("reviewer2", "reviewer3") : List.of("reviewer3");
        for (var officer : officers) {
          papers.exhibit(claim, "现场核查记录", "Site check", who(officer));
          verdicts.give(id, true, who(officer), "现场与材料一致");
        }
      }
      case "专项审计" -> {
        papers.audit(claim, who("auditor1"));
        proceedings.act(id, "通过", who("auditor1"), "合同、发票、付款、入账一致");
      }
      case "审定" -> decide(claim);
      case "公示" -> notices.closeDue();
      case "入库" -> proceedings.fund(id, YEAR, who("finance1"));
      case "下达" ->
          plans.issue(
              "中工信资〔2026〕" + claim.id() + "号（合成）",
              "合成工业互联网平台专项资金下达计划",
              List.of(id),
              who("finance2"));
      case "拨付" -> answer(id, "成功", "");
      default -> throw new IllegalStateException(claim.number() + " ended at " + claim.step());
    }
  }

  /// All that wait for a decision but the first, so that something is left to decide.
  void decideSome() {
    claims.at("审定").stream().skip(1).forEach(this::decide);
  }

  /// One list for all that wait, named by year, number in the year and clauses.
  void publish(LocalDate today) {
    var waiting = notices.waiting();
    if (!waiting.isEmpty()) {
      var clauses = waiting.stream().map(Claim::clause).distinct().sorted().toList();
      notices.publish(
          "合成专项资金拟兑现名单（%d年第%d批，%s%s）"
              .formatted(
                  today.getYear(),
                  notices.published(today.getYear()) + 1,
                  String.join("、", clauses.subList(0, Math.min(2, clauses.size()))),
                  clauses.size() > 2 ? "等 " + clauses.size() + " 条" : ""),
          waiting.stream().map(Claim::id).toList(),
          who("reviewer1"));
    }
  }

  void answer(long id, String result, String message) {
    var order = payments.of(id).getLast();
    payments.send(order.plan(), who("finance3"));
    var csv =
        "指令号,金额,结果,说明,流水号\n%s,%s,%s,%s,合成%s\n"
            .formatted(order.number(), order.money().decimal(), result, message, order.number());
    payments.read(BankFile.answers(csv), who("finance3"));
  }

  Person clerk(Claim claim) {
    var town = Objects.requireNonNull(parties.organisation(claim.unit()).orElseThrow().town());
    return who("town" + (Cast.TOWNS.indexOf(town) + 1));
  }

  Person who(String id) {
    return parties.person(id).orElseThrow();
  }

  private void decide(Claim claim) {
    var ceiling = rooms.ceiling(claim);
    if (ceiling.equals(Money.ZERO)) {
      proceedings.act(claim.id(), "不予支持", who("leader1"), "限额或名额已经用完");
      return;
    }
    var figure = claim.ceiling();
    var reason = figure != null && ceiling.fen() < figure ? "按限额余额核定" : "";
    proceedings.decide(claim.id(), ceiling, YEAR, who("leader1"), reason);
  }

  private void score(long id) {
    for (var task : openOf(id)) {
      var expert = task.person();
      if (expert != null) {
        var points = 70 + (int) (task.id() * 7 % 25);
        verdicts.score(id, points, who(expert), "方案可行（合成意见）");
      }
    }
  }

  private List<Task> openOf(long id) {
    return tasks.of(id).stream().filter(Task::isOpen).toList();
  }

  private Person department(Task task) {
    return who("department" + (Cast.DEPARTMENTS.indexOf(task.organisation()) + 1));
  }
}
