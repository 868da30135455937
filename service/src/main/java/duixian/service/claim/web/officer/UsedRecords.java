package duixian.service.claim.web.officer;

import org.springframework.stereotype.Component;
import duixian.policy.trace.Explanation;
import duixian.service.fact.FactStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The facts that a decision rests on, each with its source, what others said about it, and whether
/// it changed since.
@Component
class UsedRecords {
  private static final int MOST = 40;

  private final FactStore facts;

  UsedRecords(FactStore facts) {
    this.facts = facts;
  }

  private record Used(String entity, String code, String field, String value) {}

  /// In the order in which the explanation comes to them; at most forty.
  List<CasePage.FactRow> of(Explanation explanation) {
    var used = new LinkedHashSet<Used>();
    collect(explanation, used);
    return used.stream().limit(MOST).map(this::row).toList();
  }

  private static void collect(Explanation step, Set<Used> into) {
    if (step.basis() instanceof Explanation.OfFact(var record, var field, _)
        && record.indexOf(' ') > 0) {
      var space = record.indexOf(' ');
      into.add(
          new Used(record.substring(0, space), record.substring(space + 1), field, step.value()));
    }
    step.parts().forEach(part -> collect(part, into));
  }

  private CasePage.FactRow row(Used used) {
    var said =
        facts.history(used.entity(), used.code()).stream()
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
        duixian.service.site.Shown.day(newest.recordedAt()),
        conflicts(said));
  }

  /// What the newest statement of any other source says differently, and what was corrected.
  private static List<String> conflicts(List<FactStore.Stated> said) {
    var newest = said.getFirst();
    var conflicts = new ArrayList<String>();
    for (var other : said.subList(1, said.size())) {
      if (!java.util.Objects.equals(other.value(), newest.value())) {
        conflicts.add(
            "%s（%s，%s）曾记为 %s"
                .formatted(
                    other.kind().label(),
                    other.origin(),
                    duixian.service.site.Shown.day(other.recordedAt()),
                    other.value() == null ? "空" : other.value()));
      }
    }
    return Stream.of(conflicts).flatMap(List::stream).distinct().limit(3).toList();
  }
}
