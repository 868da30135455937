package duixian.service.fact.web;

import duixian.service.site.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record fact by fact, each with everything that was ever said about it. `chosen` is the fact
/// whose form is open.
public record RecordPage(
    String entity, String code, List<Known> facts, @Nullable Form chosen, String refused) {
  public RecordPage {
    facts = List.copyOf(facts);
  }

  /// A fact with its newest statement first; no statements when nothing is known.
  public record Known(String field, String value, List<Said> said) {
    public Known {
      said = List.copyOf(said);
    }
  }

  /// A statement: value, source, since when it holds, where and when it was recorded.
  public record Said(
      String value,
      String source,
      String period,
      String origin,
      String recorded,
      String evidence) {}

  /// What would replace the value; a measured or recognised one is contested, others corrected.
  public record Form(Field input, boolean contest, String reason) {}
}
