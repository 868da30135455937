package duixian.service.claim.web.account;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import tools.jackson.databind.json.JsonMapper;

/// Budgets by year as a stacked chart, in 万元.
final class BudgetChart {
  private static final double WAN = 1_000_000;

  private BudgetChart() {}

  static String of(List<AccountsPage.Row> budgets) {
    var options =
        Map.of(
            "tooltip", Map.of("trigger", "axis"),
            "legend", Map.of("data", List.of("已支付", "已占用", "余额")),
            "grid", Map.of("left", 60, "right", 16, "bottom", 30, "top", 36),
            "xAxis",
                Map.of(
                    "type",
                    "category",
                    "data",
                    budgets.stream().map(AccountsPage.Row::key).toList()),
            "yAxis", Map.of("type", "value", "name", "万元"),
            "series",
                List.of(
                    series("已支付", "#1d4e89", budgets, AccountsPage.Row::settled),
                    series("已占用", "#8db4de", budgets, AccountsPage.Row::reserved),
                    series("余额", "#e6ebf0", budgets, AccountsPage.Row::left)));
    return JsonMapper.shared().writeValueAsString(options);
  }

  private static Map<String, Object> series(
      String name,
      String colour,
      List<AccountsPage.Row> budgets,
      ToLongFunction<AccountsPage.Row> value) {
    return Map.of(
        "name",
        name,
        "type",
        "bar",
        "stack",
        "预算",
        "barMaxWidth",
        64,
        "itemStyle",
        Map.of("color", colour),
        "data",
        budgets.stream().map(row -> value.applyAsLong(row) / WAN).toList());
  }
}
