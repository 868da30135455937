package duixian.service.payment.web;

import duixian.service.claim.Claims;
import duixian.service.claim.Refusal;
import duixian.service.party.BankAccounts;
import duixian.service.party.Masked;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.payment.PaymentOrder;
import duixian.service.payment.Plan;
import duixian.service.payment.PlanDocument;
import duixian.service.payment.Plans;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class MoneyPages {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final MoneyReading reading;
  private final Plans plans;
  private final Claims claims;
  private final BankAccounts bank;
  private final Parties parties;

  MoneyPages(MoneyReading reading, Plans plans, Claims claims, BankAccounts bank, Parties parties) {
    this.reading = reading;
    this.plans = plans;
    this.claims = claims;
    this.bank = bank;
    this.parties = parties;
  }

  @GetMapping("/money")
  Answer money(
      Person person,
      @RequestParam(name = "all", defaultValue = "false") boolean all,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    return new Answer.Page(
        "资金", "payment/money", reading.page(person, all || "xlsx".equals(format)));
  }

  @PostMapping("/money/plans")
  Answer issue(
      Person person,
      @RequestParam(name = "number") String number,
      @RequestParam(name = "title") String title,
      @RequestParam(name = "claim", required = false) @Nullable List<Long> which) {
    if (number.isBlank() || title.isBlank()) {
      throw new Refusal("计划要写文号和标题");
    }
    var plan =
        plans.issue(number.strip(), title.strip(), which == null ? List.of() : which, person);
    return new Answer.Redirect("/money/plans/" + plan.id(), "已下达 " + plan.number());
  }

  @GetMapping("/money/plans/{id}")
  Answer plan(
      Person person,
      @PathVariable("id") long id,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    var plan = plans.find(id).orElseThrow(() -> new Missing("没有这份计划"));
    var orders = plans.orders(id);
    if (format != null && (format.equals("word") || format.equals("xlsx"))) {
      return document(plan, orders, format);
    }
    var names = new Names(parties);
    return new Answer.Page(
        plan.number(),
        "payment/plan",
        new PlanPage(
            id,
            plan.number(),
            plan.title(),
            plan.issuedAt(),
            names.person(plan.issuedBy()),
            orders.stream().map(this::row).toList(),
            orders.stream()
                .filter(order -> !order.state().equals("已重开"))
                .mapToLong(PaymentOrder::amount)
                .sum(),
            orders.stream()
                .filter(order -> order.state().equals("待发送") || order.state().equals("已发送"))
                .count(),
            person.is(Role.FINANCE)));
  }

  /// Orders that were tried again under a new number are not in the document twice.
  private static Answer document(Plan plan, List<PaymentOrder> orders, String format) {
    var live = orders.stream().filter(order -> !order.state().equals("已重开")).toList();
    if (format.equals("word")) {
      return new Answer.Download(
          plan.number() + ".docx", WORD, to -> PlanDocument.word(plan, live, to));
    }
    return new Answer.Download(
        plan.number() + ".xlsx", EXCEL, to -> PlanDocument.excel(plan, live, to));
  }

  private PlanPage.Row row(PaymentOrder order) {
    var account = bank.find(order.account()).orElseThrow();
    var note = order.held() != null ? order.held() : order.failure();
    return new PlanPage.Row(
        order.number(),
        claims.claim(order.claim()).number(),
        order.payee(),
        account.bank() + " " + Masked.account(account.tail()),
        order.amount(),
        order.state(),
        note == null ? "" : note,
        order.answeredAt());
  }
}
