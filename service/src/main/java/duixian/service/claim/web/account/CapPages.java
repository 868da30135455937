package duixian.service.claim.web.account;

import duixian.service.budget.Account;
import duixian.service.budget.Accounts;
import duixian.service.budget.Booking;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CapPages {
  private static final int SHOWN = 200;
  private static final int SHEET = 100_000;

  private final Accounts accounts;
  private final Claims claims;
  private final Queues queues;
  private final Parties parties;

  CapPages(Accounts accounts, Claims claims, Queues queues, Parties parties) {
    this.accounts = accounts;
    this.claims = claims;
    this.queues = queues;
    this.parties = parties;
  }

  @GetMapping("/accounts")
  Answer list(
      @RequestParam(name = "kind", defaultValue = "cap") String kind,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    var places = kind.equals("places");
    var sort = places ? Booking.Kind.PLACES : Booking.Kind.CAP;
    var sheet = "xlsx".equals(format);
    var rows =
        accounts.fullest(sort, name, sheet ? SHEET : SHOWN).stream().map(CapPages::row).toList();
    if (sheet) {
      return sheet(rows);
    }
    return new Answer.Page(
        "额度",
        "account/accounts",
        new AccountsPage(places ? "places" : "cap", name, accounts.names(sort), rows));
  }

  @GetMapping("/accounts/{id}")
  Answer one(@PathVariable("id") long id) {
    var account = accounts.find(id).orElseThrow(() -> new Missing("没有这个账户"));
    var names = new Names(parties);
    return new Answer.Page(
        account.name(),
        "account/account",
        new AccountPage(row(account), uses(account, names), waits(account, names)));
  }

  static AccountsPage.Row row(Account account) {
    return new AccountsPage.Row(
        account.id(),
        account.name(),
        account.key(),
        account.accountKind() != Booking.Kind.PLACES,
        account.bound(),
        account.reserved(),
        account.settled());
  }

  private List<AccountPage.Use> uses(Account account, Names names) {
    var uses = accounts.uses(account.id());
    var cases = byId(claims.all(uses.stream().map(Accounts.Use::claim).toList()));
    var rows = new ArrayList<AccountPage.Use>();
    var sum = 0L;
    for (var use : uses) {
      sum += use.reserved() + use.settled();
      var claim = cases.get(use.claim());
      if (claim != null) {
        rows.add(
            new AccountPage.Use(
                claim.number(),
                names.unit(claim.unit()),
                claim.award(),
                use.reserved(),
                use.settled(),
                sum,
                use.last()));
      }
    }
    return rows;
  }

  private List<AccountPage.Wait> waits(Account account, Names names) {
    var left = account.left();
    var rows = new ArrayList<AccountPage.Wait>();
    var money = account.accountKind() != Booking.Kind.PLACES;
    for (var claim : queues.of(account.name(), account.key())) {
      var wants = claim.ceiling() == null ? 0 : claim.ceiling();
      var takes = Math.min(left, money ? wants : 1);
      rows.add(
          new AccountPage.Wait(
              claim.number(),
              names.unit(claim.unit()),
              claim.award(),
              claim.step(),
              claim.acceptedAt(),
              wants,
              money ? takes : takes > 0 ? wants : 0));
      left -= takes;
    }
    return rows;
  }

  private static Map<Long, Claim> byId(List<Claim> claims) {
    return claims.stream().collect(Collectors.toMap(Claim::id, Function.identity()));
  }

  private static Answer sheet(List<AccountsPage.Row> rows) {
    return new Answer.Sheet(
        "限额",
        List.of("名称", "归属", "限额", "已占用", "已支付", "余额", "单位"),
        rows.stream().map(CapPages::cells).toList());
  }

  private static List<@Nullable Object> cells(AccountsPage.Row row) {
    var cells = new ArrayList<@Nullable Object>();
    var scale = row.money() ? 2 : 0;
    cells.add(row.name());
    cells.add(row.key());
    cells.add(row.bound() == null ? null : BigDecimal.valueOf(row.bound(), scale));
    cells.add(BigDecimal.valueOf(row.reserved(), scale));
    cells.add(BigDecimal.valueOf(row.settled(), scale));
    cells.add(row.bound() == null ? null : BigDecimal.valueOf(row.left(), scale));
    cells.add(row.money() ? "元" : "名额");
    return cells;
  }
}
