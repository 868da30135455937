package duixian.service.law;

import duixian.policy.model.Award;
import duixian.policy.model.Policy;
import duixian.policy.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// An award in the words of its rule, for people: what it pays, on which conditions, up to where.
public record Measure(String award, String clause, String article, List<Entry> entries) {
  private static final Set<String> KEYS =
      Set.of("对象", "条件", "频次", "额度", "上限", "名额", "年度", "次序", "期限", "受款", "材料");

  public Measure {
    entries = List.copyOf(entries);
  }

  /// A line of the rule: `上限` and `200万元 每 平台`.
  public record Entry(String key, String text) {}

  public static List<Measure> of(Policy policy) {
    return policy.awards().stream().map(Measure::of).toList();
  }

  public static Measure of(Award award) {
    var entries = new ArrayList<Entry>();
    for (var line : rule(award.span())) {
      var text = line.strip();
      var colon = text.indexOf('：');
      if (colon > 0 && KEYS.contains(text.substring(0, colon))) {
        entries.add(new Entry(text.substring(0, colon), text.substring(colon + 1).strip()));
      } else if (!text.isEmpty() && !entries.isEmpty()) {
        var last = entries.removeLast();
        entries.add(new Entry(last.key(), last.text() + "\n" + text));
      }
    }
    var clause = award.clause();
    var bracket = clause.indexOf('（');
    return new Measure(
        award.name(), clause, bracket < 0 ? clause : clause.substring(0, bracket), entries);
  }

  /// The indented lines below the head of a rule.
  private static List<String> rule(Span head) {
    return head.source()
        .text()
        .substring(head.from())
        .lines()
        .skip(1)
        .takeWhile(line -> line.startsWith(" ") || line.startsWith("\t"))
        .toList();
  }

  public List<String> texts(String key) {
    return entries.stream().filter(entry -> entry.key().equals(key)).map(Entry::text).toList();
  }

  /// The text leaves the figure open: nobody can say an amount yet.
  public boolean isUndetermined() {
    return texts("额度").stream().anyMatch(text -> text.contains("待定"));
  }
}
