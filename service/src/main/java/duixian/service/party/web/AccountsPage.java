package duixian.service.party.web;

import duixian.service.party.BankAccounts.BankAccount;
import java.util.List;

/// The unit's accounts, masked, and what was typed for a new one (never its number); `refused` says
/// why it was not taken.
public record AccountsPage(List<BankAccount> accounts, String holder, String bank, String refused) {
  public AccountsPage {
    accounts = List.copyOf(accounts);
  }
}
