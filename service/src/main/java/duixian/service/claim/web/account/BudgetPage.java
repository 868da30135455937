package duixian.service.claim.web.account;

import java.util.List;

/// Budgets by year and sources, and what is granted but waits for money, the oldest of `waiting`
/// claims; amounts in fen. `complaints` say why an import was not taken.
public record BudgetPage(
    List<AccountsPage.Row> budgets,
    List<AccountsPage.Row> sources,
    List<Pooled> pooled,
    long waiting,
    long pooledSum,
    String chart,
    boolean mayChange,
    List<String> complaints) {
  public BudgetPage {
    budgets = List.copyOf(budgets);
    sources = List.copyOf(sources);
    pooled = List.copyOf(pooled);
    complaints = List.copyOf(complaints);
  }

  /// A claim that is decided and waits for a year's budget.
  public record Pooled(String number, String unit, String award, long granted, String budget) {}
}
