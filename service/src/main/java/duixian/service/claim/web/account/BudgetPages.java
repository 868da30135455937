package duixian.service.claim.web.account;

import duixian.policy.value.Money;
import duixian.service.budget.Account;
import duixian.service.budget.Accounts;
import duixian.service.budget.Booking;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Refusal;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Answer;
import duixian.service.tabular.Tabular;
import duixian.service.tabular.Typed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The budgets of the years and the sources of money, and what waits for them.
@Controller
class BudgetPages {
  private static final int SHOWN = 200;
  private static final String POOL = "入库";
  private static final String YEAR = "年度预算";
  private static final String SOURCE = "资金来源";
  private static final List<String> HEAD = List.of("类别", "名称", "预算（元）");

  private final Accounts accounts;
  private final Claims claims;
  private final Parties parties;
  private final BudgetSetting setting;

  BudgetPages(Accounts accounts, Claims claims, Parties parties, BudgetSetting setting) {
    this.accounts = accounts;
    this.claims = claims;
    this.parties = parties;
    this.setting = setting;
  }

  @GetMapping("/budget")
  Answer budget(
      Person person,
      @RequestParam(name = "all", defaultValue = "false") boolean all,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    return page(person, all || "xlsx".equals(format), List.of());
  }

  private Answer page(Person person, boolean all, List<String> complaints) {
    var names = new Names(parties);
    var sum = claims.sum(POOL);
    var waiting = claims.at(POOL, all ? Integer.MAX_VALUE : SHOWN);
    names.read(waiting.stream().map(Claim::unit).toList());
    var budgets =
        accounts.all(Booking.Kind.BUDGET).stream()
            .map(CapPages::row)
            .sorted(Comparator.comparing(AccountsPage.Row::key))
            .toList();
    return new Answer.Page(
        "预算",
        "account/budget",
        new BudgetPage(
            budgets,
            accounts.all(Booking.Kind.SOURCE).stream().map(CapPages::row).toList(),
            waiting.stream().map(claim -> pooled(claim, names)).toList(),
            sum.count(),
            sum.money().fen(),
            BudgetChart.of(budgets),
            person.is(Role.FINANCE),
            complaints));
  }

  private static BudgetPage.Pooled pooled(Claim claim, Names names) {
    var year = claim.budgetYear();
    return new BudgetPage.Pooled(
        claim.number(),
        names.unit(claim.unit()),
        claim.award(),
        claim.grant().fen(),
        year == null ? "" : year + "年度");
  }

  @PostMapping("/budget")
  Answer set(
      Person person,
      @RequestParam(name = "kind") String kind,
      @RequestParam(name = "key") String key,
      @RequestParam(name = "amount") String amount) {
    setting.set(kind, key.strip(), wan(amount), person);
    return new Answer.Redirect("/budget", "已设定，变更记入日志");
  }

  private static Money wan(String text) {
    try {
      return Typed.wan(text);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Refusal("金额“" + text + "”应写成以万元为单位的数，例如 6000");
    }
  }

  /// The table as it is exported, in yuan; what is in it already stays as it is.
  @PostMapping("/budget/import")
  Answer take(Person person, @RequestParam(name = "file") MultipartFile file) throws IOException {
    var known = new HashSet<BudgetSetting.Amount>();
    Stream.of(Booking.Kind.BUDGET, Booking.Kind.SOURCE)
        .flatMap(kind -> accounts.all(kind).stream())
        .forEach(account -> known.add(amount(account)));
    var rows = new ArrayList<BudgetSetting.Amount>();
    var complaints = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (var line : Tabular.read(file.getBytes(), HEAD)) {
      var wrong = complaint(line, seen);
      if (wrong.isEmpty()) {
        rows.add(
            new BudgetSetting.Amount(
                line.cell("类别").equals(SOURCE), line.cell("名称"), Typed.yuan(line.cell("预算（元）"))));
      } else {
        complaints.add(wrong);
      }
    }
    if (!complaints.isEmpty() || rows.isEmpty()) {
      return page(person, false, complaints.isEmpty() ? List.of("文件里没有预算") : complaints);
    }
    var changed = rows.stream().filter(row -> !known.contains(row)).toList();
    setting.set(changed, person);
    return new Answer.Redirect(
        "/budget", "读入 %d 行，改了 %d 项，变更记入日志".formatted(rows.size(), changed.size()));
  }

  private static BudgetSetting.Amount amount(Account account) {
    return new BudgetSetting.Amount(
        account.accountKind() == Booking.Kind.SOURCE,
        account.key(),
        new Money(account.bound() == null ? -1 : account.bound()));
  }

  private static String complaint(Tabular.Line line, Set<String> seen) {
    var kind = line.cell("类别");
    var name = line.cell("名称");
    if (!kind.equals(YEAR) && !kind.equals(SOURCE)) {
      return line.wrong("类别", "“" + kind + "”应是" + YEAR + "或" + SOURCE);
    }
    if (kind.equals(YEAR) && !name.matches("20[0-9]{2}年度")) {
      return line.wrong("名称", "“" + name + "”应写成 2026年度");
    }
    if (name.isEmpty() || name.length() > 60) {
      return line.wrong("名称", "资金来源要写 1 到 60 个字的名称");
    }
    if (!seen.add(kind + name)) {
      return line.wrong("名称", name + " 在文件里出现了两次，请只留一行");
    }
    try {
      return Typed.yuan(line.cell("预算（元）")).fen() < 0 ? line.wrong("预算（元）", "不能小于零") : "";
    } catch (ArithmeticException | NumberFormatException e) {
      return line.wrong("预算（元）", "“" + line.cell("预算（元）") + "”应是以元为单位的数，例如 60000000");
    }
  }
}
