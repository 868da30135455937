package duixian.service.claim.web.officer;

import duixian.policy.trace.Explanation;
import duixian.service.fact.FactStore;
import duixian.service.site.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// The facts that a decision rests on, each with its source, what others said about it, and whether
/// it changed since.
@Component
class UsedRecords {
  private static final int MOST = 40;

  /// What an explanation adds to the 标识 of a yearly record.
  private static final Pattern YEAR = Pattern.compile("（[0-9]{4}年）$");

  private final FactStore facts;

  UsedRecords(FactStore facts) {
    this.facts = facts;
  }

  private record Used(String entity, String code, String field, String value) {}

  /// In the order in which the explanation comes to them; at most forty.
  List<CasePage.FactRow> of(Explanation explanation) {
    var used = new LinkedHashSet<Used>();
    collect(explanation, used);
    var said = new HashMap<String, List<FactStore.Stated>>();
    return used.stream().limit(MOST).map(one -> row(one, said)).toList();
  }

  private static void collect(Explanation step, Set<Used> into) {
    if (step.basis() instanceof Explanation.OfFact(var record, var field, _)
        && record.indexOf(' ') > 0) {
      var space = record.indexOf(' ');
      var code = YEAR.matcher(record.substring(space + 1)).replaceFirst("");
      into.add(new Used(record.substring(0, space), code, field, step.value()));
    }
    step.parts().forEach(part -> collect(part, into));
  }

  private CasePage.FactRow row(Used used, Map<String, List<FactStore.Stated>> read) {
    var said =
        read
            .computeIfAbsent(
                used.entity() + " " + used.code(), _ -> facts.history(used.entity(), used.code()))
            .stream()
            .filter(stated -> stated.field().equals(used.field()))
            .toList();
    if (said.isEmpty()) {
      return new CasePage.FactRow(
          used.entity(), used.code(), used.field(), used.value(), "推出", "", "", List.of());
    }
    var newest = said.getFirst();
    return new CasePage.FactRow(
        used.entity(),
        used.code(),
        used.field(),
        used.value(),
        newest.kind().label(),
        newest.origin(),
        Shown.day(newest.recordedAt()),
        conflicts(said));
  }

  /// What the newest statement of any other source says differently, and what was corrected.
  private static List<String> conflicts(List<FactStore.Stated> said) {
    var newest = said.getFirst();
    var conflicts = new ArrayList<String>();
    for (var other : said.subList(1, said.size())) {
      if (!Objects.equals(other.value(), newest.value())) {
        conflicts.add(
            "%s（%s，%s）曾记为 %s"
                .formatted(
                    other.kind().label(),
                    other.origin(),
                    Shown.day(other.recordedAt()),
                    other.value() == null ? "空" : other.value()));
      }
    }
    return conflicts.stream().distinct().limit(3).toList();
  }
}
