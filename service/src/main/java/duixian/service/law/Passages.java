package duixian.service.law;

import duixian.policy.document.Document;
import duixian.policy.model.Policy;
import java.util.ArrayList;
import java.util.List;

/// A policy in passages that can be searched: the law's own words by clause, and what each award
/// pays in words.
public final class Passages {
  private Passages() {}

  /// `anchor` is the place on the page of the policy, `kind` what the passage is.
  public record Passage(String anchor, String kind, String words) {}

  public static List<Passage> of(Policy policy) {
    var passages = new ArrayList<Passage>();
    for (var measure : Measure.of(policy)) {
      var words = new StringBuilder(measure.award());
      measure.entries().forEach(entry -> words.append(' ').append(entry.text()));
      passages.add(new Passage(measure.award(), "奖补 · " + measure.clause(), words.toString()));
    }
    for (var source :
        policy.awards().stream().map(award -> award.span().source()).distinct().toList()) {
      for (var quote : Document.parse(source, new ArrayList<>()).quotes()) {
        passages.add(new Passage(quote.clause(), "原文 · " + quote.clause(), quote.text()));
      }
    }
    return passages;
  }
}
