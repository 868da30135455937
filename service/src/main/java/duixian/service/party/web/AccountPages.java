package duixian.service.party.web;

import duixian.service.party.BankAccounts;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AccountPages {
  private final BankAccounts accounts;
  private final Parties parties;

  AccountPages(BankAccounts accounts, Parties parties) {
    this.accounts = accounts;
    this.parties = parties;
  }

  @GetMapping("/my-accounts")
  Answer accounts(Person person) {
    var name = parties.organisation(person.organisation()).map(Organisation::name).orElse("");
    return page(person, name, "", "");
  }

  @PostMapping("/my-accounts")
  Answer add(
      @RequestParam(name = "holder", defaultValue = "") String holder,
      @RequestParam(name = "bank", defaultValue = "") String bank,
      @RequestParam(name = "number", defaultValue = "") String number,
      Person person) {
    if (holder.isBlank() || bank.isBlank()) {
      return page(person, holder, bank, "请填写户名和开户行");
    }
    try {
      accounts.add(person.organisation(), holder.strip(), bank.strip(), number, person.id());
    } catch (BankAccounts.Refused refused) {
      return page(person, holder, bank, String.valueOf(refused.getMessage()));
    }
    return new Answer.Redirect("/my-accounts", "账户已登记，由资金科室核实后可以收款");
  }

  private Answer page(Person person, String holder, String bank, String refused) {
    return new Answer.Page(
        "收款账户",
        "party/accounts",
        new AccountsPage(accounts.of(person.organisation()), holder, bank, refused));
  }
}
