package duixian.policy.cases;

import duixian.policy.value.Money;
import java.util.List;

/// A row of either back end, as an expectation sees it. Amounts are zero unless the state is 可兑现.
record CaseRow(
    String award,
    String object,
    int year,
    String state,
    Money figure,
    Money ceiling,
    List<String> cuts,
    List<Money> cutAmounts) {}
