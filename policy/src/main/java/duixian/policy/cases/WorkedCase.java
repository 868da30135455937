package duixian.policy.cases;

import duixian.policy.model.Run;
import duixian.policy.source.Span;
import duixian.policy.value.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A worked example: the run that it asks for, its records, what it expects.
record WorkedCase(
    String name, Span span, Run run, List<CaseRecord> records, List<Expected> expected) {
  WorkedCase {
    records = List.copyOf(records);
    expected = List.copyOf(expected);
  }

  /// A record, its fields as text.
  record CaseRecord(String entity, String id, List<FieldText> fields, Span span) {}

  /// A field's name and its value as written; 是 for a bare name.
  record FieldText(String name, String value) {}

  /// One line: which rows of an award (object and year null: whichever there is), and what they
  /// yield.
  record Expected(
      String award, @Nullable String object, @Nullable Integer year, Outcome outcome, Span span) {}

  /// What a row yields.
  sealed interface Outcome {
    /// 不符合, 缺事实 or 待定.
    record State(String word) implements Outcome {}

    /// Payable up to `ceiling`; when `cuts` are named, just these cut.
    record Grant(Money ceiling, List<String> cuts) implements Outcome {}
  }
}
