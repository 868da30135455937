package duixian.policy.check;

import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Names;
import duixian.policy.model.Policy;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.Span;
import duixian.policy.syntax.Document;
import duixian.policy.syntax.Keyword;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.StatementReader;
import duixian.policy.value.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks a whole document, statement kind by statement kind, so that names may be used before they are declared.
public final class PolicyChecker {
  private static final List<String> UNITS = List.of("到分", "到角", "到元", "到十元", "到百元", "到千元", "到万元");

  private final Document document;
  private final String version;
  private final List<Diagnostic> diagnostics;
  private final Draft draft;
  private final List<Statement> statements = new ArrayList<>();

  private PolicyChecker(Document document, String version, List<Diagnostic> diagnostics) {
    this.document = document;
    this.version = version;
    this.diagnostics = diagnostics;
    this.draft = new Draft(diagnostics);
  }

  public static Checked check(Document document, String version, List<Diagnostic> diagnostics) {
    return new PolicyChecker(document, version, diagnostics).check();
  }

  private Checked check() {
    for (var block : document.blocks()) {
      statements.addAll(StatementReader.read(block, diagnostics));
    }
    var head = head();
    var readings = new ReadingCheck(draft);
    statements.forEach(readings::check);
    new EntityCheck(draft).check(of(Keyword.ENTITY));
    var revisions = new RevisionCheck(draft);
    of(Keyword.REVISION).forEach(revisions::check);
    of(Keyword.DEFINITION).forEach(draft.definitions::declare);
    var definitions = draft.definitions.all();
    awards();
    var caps = new CapCheck(draft);
    of(Keyword.CAP).forEach(caps::check);
    var goals = new GoalCheck(draft);
    of(Keyword.TARGET).forEach(goals::target);
    of(Keyword.PROPERTY).forEach(goals::property);
    draft.literals.finish();
    unused();
    if (head == null || diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return new Checked(null, of(Keyword.EXAMPLE));
    }
    var policy =
        new Policy(
            head.statement.name(),
            document.title(),
            version,
            head.effective,
            head.expires,
            head.payableUntil,
            head.unitFen,
            head.rounding,
            List.copyOf(draft.entities.values()),
            definitions,
            List.copyOf(draft.awards.values()),
            caps.all(),
            List.copyOf(draft.readings.values()),
            List.copyOf(draft.literals.all()),
            goals.targets(),
            goals.properties());
    return new Checked(policy, of(Keyword.EXAMPLE));
  }

  private void awards() {
    var exceptions = of(Keyword.EXCEPTION);
    for (var award : of(Keyword.AWARD)) {
      if (!draft.awardNames.add(award.name())) {
        draft.error(award.head(), "奖补“" + award.name() + "”写了两次", "换一个名称");
      }
    }
    for (var exception : exceptions) {
      var of = draft.only(exception, "于", true);
      if (of != null && !draft.awardNames.contains(of.value().text().strip())) {
        draft.error(
            of.value(),
            "没有“" + of.value().text().strip() + "”这项奖补",
            Names.suggestion(of.value().text().strip(), draft.awardNames));
      }
    }
    var awards = new AwardCheck(draft, exceptions);
    var seen = new HashSet<String>();
    of(Keyword.AWARD).stream().filter(award -> seen.add(award.name())).forEach(awards::check);
  }

  private void unused() {
    for (var reading : draft.readings.values()) {
      if (reading.isSwitch() && !draft.usedReadings.contains(reading.name())) {
        draft.warning(
            reading.span(), "解释点“" + reading.name() + "”的选择没有影响任何计算", "在表达式里用它，或删去 可选");
      }
    }
  }

  private record Head(
      Statement statement,
      LocalDate effective,
      LocalDate expires,
      LocalDate payableUntil,
      long unitFen,
      Rounding rounding) {}

  private @Nullable Head head() {
    var heads = of(Keyword.POLICY);
    if (heads.isEmpty()) {
      var end = Math.min(1, document.source().text().length());
      draft.error(
          new Span(document.source(), 0, end), "没有 政策 语句", "在第一个规则块里写 政策 名称 和 施行、届满、金额、舍入");
      return null;
    }
    for (var extra : heads.subList(1, heads.size())) {
      draft.error(extra.head(), "政策 语句写了两次", "只留一个");
    }
    var head = heads.getFirst();
    var effective = day(head, "施行", true);
    var expires = day(head, "届满", true);
    if (effective == null || expires == null) {
      return null;
    }
    var payable = day(head, "兑现至", false);
    if (expires.isBefore(effective) || (payable != null && payable.isBefore(expires))) {
      draft.error(head.head(), "施行、届满、兑现至的先后不对", "施行不晚于届满，届满不晚于兑现至");
      return null;
    }
    return new Head(
        head, effective, expires, payable == null ? expires : payable, unit(head), rounding(head));
  }

  private @Nullable LocalDate day(Statement head, String key, boolean required) {
    var entry = draft.only(head, key, required);
    return entry == null ? null : RevisionCheck.Days.read(draft, entry.value());
  }

  private long unit(Statement head) {
    var entry = draft.only(head, "金额", true);
    var position = entry == null ? 0 : UNITS.indexOf(entry.value().text().strip());
    if (entry != null && position < 0) {
      draft.error(entry.value(), "不认识的取整单位", "可以写：" + String.join("、", UNITS));
    }
    return Math.round(Math.pow(10, Math.max(position, 0)));
  }

  private Rounding rounding(Statement head) {
    var entry = draft.only(head, "舍入", true);
    for (var rounding : Rounding.values()) {
      if (entry != null && rounding.word().equals(entry.value().text().strip())) {
        return rounding;
      }
    }
    if (entry != null) {
      draft.error(
          entry.value(),
          "不认识的舍入方式",
          "可以写："
              + Arrays.stream(Rounding.values())
                  .map(Rounding::word)
                  .collect(Collectors.joining("、")));
    }
    return Rounding.DOWN;
  }

  private List<Statement> of(Keyword keyword) {
    return statements.stream().filter(s -> s.keyword() == keyword).toList();
  }
}
