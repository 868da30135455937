package duixian.policy.check;

import duixian.policy.document.Document;
import duixian.policy.model.Policy;
import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Names;
import duixian.policy.resolve.NewName;
import duixian.policy.source.Diagnostic;
import duixian.policy.syntax.Keyword;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.StatementReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Checks a whole document, statement kind by statement kind, so that names may be used before they
/// are declared.
public final class PolicyChecker {
  private final Document document;
  private final String version;
  private final List<Diagnostic> diagnostics;
  private final Draft draft;
  private final Map<Keyword, List<Statement>> statements = new EnumMap<>(Keyword.class);

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
    var readings = new ReadingCheck(draft);
    for (var block : document.blocks()) {
      for (var statement : StatementReader.read(block, diagnostics)) {
        statements.computeIfAbsent(statement.keyword(), _ -> new ArrayList<>()).add(statement);
        readings.check(statement);
      }
    }
    var head = Head.read(draft, document, of(Keyword.POLICY));
    new EntityCheck(draft).check(of(Keyword.ENTITY));
    var revisions = new RevisionCheck(draft, head);
    of(Keyword.REVISION).forEach(revisions::check);
    of(Keyword.DEFINITION).forEach(draft.definitions()::declare);
    var definitions = draft.definitions().all();
    awards();
    var caps = new CapCheck(draft);
    of(Keyword.CAP).forEach(caps::check);
    var goals = new GoalCheck(draft);
    distinct(Keyword.TARGET).forEach(goals::target);
    distinct(Keyword.PROPERTY).forEach(goals::property);
    draft.literals().finish();
    unused();
    if (head == null || diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return new Checked(null, of(Keyword.EXAMPLE));
    }
    var policy =
        new Policy(
            head.name(),
            document.title(),
            version,
            head.effective(),
            head.expires(),
            head.payableUntil(),
            head.unitFen(),
            head.rounding(),
            List.copyOf(draft.entities()),
            definitions,
            List.copyOf(draft.awards()),
            caps.all(),
            List.copyOf(draft.readings()),
            List.copyOf(draft.literals().all()),
            goals.targets(),
            goals.properties());
    return new Checked(policy, of(Keyword.EXAMPLE));
  }

  private void awards() {
    var wanted = new ArrayList<Statement>();
    for (var award : of(Keyword.AWARD)) {
      if (NewName.of(draft, award.head(), "奖补") == null) {
        continue;
      }
      if (draft.announce(award.name())) {
        wanted.add(award);
      } else {
        draft.error(award.head(), "奖补“" + award.name() + "”写了两次", "换一个名称");
      }
    }
    var exceptions = exceptions();
    var check = new AwardCheck(draft);
    wanted.forEach(award -> check.check(award, exceptions.getOrDefault(award.name(), List.of())));
  }

  /// The 例外 by the award that they change.
  private Map<String, List<Statement>> exceptions() {
    var byAward = new HashMap<String, List<Statement>>();
    for (var exception : distinct(Keyword.EXCEPTION)) {
      var of = draft.only(exception, "于", true);
      if (of == null) {
        continue;
      }
      if (draft.announced().contains(of.words())) {
        byAward.computeIfAbsent(of.words(), _ -> new ArrayList<>()).add(exception);
      } else {
        draft.error(
            of.value(),
            "没有“" + of.words() + "”这项奖补",
            Names.suggestion(of.words(), draft.announced()));
      }
    }
    return byAward;
  }

  private void unused() {
    for (var reading : draft.readings()) {
      if (reading.isSwitch() && !draft.isUsed(reading)) {
        draft.warning(reading.span(), "解释点“" + reading.name() + "”的选择没有影响任何计算", "在表达式里用它，或删去 可选");
      }
    }
  }

  private List<Statement> of(Keyword keyword) {
    return statements.getOrDefault(keyword, List.of());
  }

  private List<Statement> distinct(Keyword keyword) {
    var names = new HashSet<String>();
    for (var statement : of(keyword)) {
      if (!names.add(statement.name())) {
        draft.error(statement.head(), keyword.word() + "“" + statement.name() + "”写了两次", "换一个名称");
      }
    }
    return of(keyword);
  }
}
