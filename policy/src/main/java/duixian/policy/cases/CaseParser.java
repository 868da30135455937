package duixian.policy.cases;

import duixian.policy.model.Entity;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.Nearest;
import duixian.policy.source.Span;
import duixian.policy.syntax.Lexer;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Token;
import duixian.policy.value.Money;
import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the lines of one 算例; null when a line cannot be read (a diagnostic says which).
final class CaseParser {
  private static final List<String> STATES = List.of("不符合", "缺事实", "待定");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})年?");
  private static final Pattern REPEAT = Pattern.compile("(.*?)\\s*×\\s*(\\d{1,6})");
  private static final String CUT = "封顶";

  private final Policy policy;
  private final Statement statement;
  private final List<Diagnostic> diagnostics;
  private final List<WorkedCase.CaseRecord> records = new ArrayList<>();
  private final List<WorkedCase.Expected> expected = new ArrayList<>();
  private final Map<String, String> last = new HashMap<>();
  private Run run;

  private CaseParser(Policy policy, Statement statement, List<Diagnostic> diagnostics) {
    this.policy = policy;
    this.statement = statement;
    this.diagnostics = diagnostics;
    this.run = Run.of(policy, policy.expires());
  }

  static @Nullable WorkedCase parse(
      Policy policy, Statement statement, List<Diagnostic> diagnostics) {
    return new CaseParser(policy, statement, diagnostics).parse();
  }

  private @Nullable WorkedCase parse() {
    var before = diagnostics.size();
    for (var entry : statement.entries()) {
      line(entry);
    }
    if (expected.isEmpty() && diagnostics.size() == before) {
      error(statement.head(), "算例没有写预期", "加一行 奖补名：金额，或 不符合、缺事实、待定");
    }
    return diagnostics.size() > before
        ? null
        : new WorkedCase(statement.name(), statement.head(), run, records, expected);
  }

  private void line(Statement.Entry entry) {
    var words = entry.name().split("\\s+");
    var entity = policy.entity(words[0]);
    if (words[0].equals("认定日")) {
      day(entry);
    } else if (words[0].equals("解释点") && words.length == 2) {
      reading(entry, words[1]);
    } else if (entity != null) {
      record(entry, entity);
    } else if (policy.award(words[0]) != null) {
      expectation(entry, words);
    } else {
      var known = new ArrayList<String>();
      policy.entities().forEach(e -> known.add(e.name()));
      policy.awards().forEach(a -> known.add(a.name()));
      var nearest = Nearest.to(words[0], known);
      error(
          entry.key(),
          "“" + words[0] + "”不是主体，也不是奖补",
          nearest == null ? "写 主体 标识：字段 值，或 奖补：金额" : "是不是 “" + nearest + "”？");
    }
  }

  private void day(Statement.Entry entry) {
    var tokens = Lexer.tokens(entry.value(), diagnostics);
    if (tokens.size() == 2 && tokens.getFirst() instanceof Token.Day(var day, _)) {
      run = new Run(policy, day, run.choices());
    } else {
      error(entry.value(), "认定日应当是日期", "写成 2023年6月30日");
    }
  }

  private void reading(Statement.Entry entry, String name) {
    var choice = entry.words();
    var reading = policy.reading(name);
    if (reading == null || !reading.choices().contains(choice)) {
      error(
          reading == null ? entry.key() : entry.value(),
          reading == null ? "没有解释点“" + name + "”" : "解释点“" + name + "”没有“" + choice + "”",
          reading == null ? "检查名称" : "可选：" + String.join("、", reading.choices()));
    } else {
      run = run.choosing(name, choice);
    }
  }

  private void record(Statement.Entry entry, Entity entity) {
    var head = entry.name().substring(entity.name().length()).strip();
    var times = 1;
    var repeat = REPEAT.matcher(head);
    var repeated = repeat.matches();
    if (repeated) {
      head = repeat.group(1).strip();
      times = Integer.parseInt(repeat.group(2));
    }
    for (int i = 1; i <= times; i++) {
      var number = Integer.toString(i);
      var id = head;
      if (id.isEmpty()) {
        id = entity.name() + (records.size() + 1);
      } else if (repeated) {
        id = id.contains("#") ? id.replace("#", number) : id + number;
      }
      var fields = fields(entry, repeated ? number : "#");
      var parent = entity.parent();
      var owner = parent == null ? null : last.get(parent.name());
      if (parent != null
          && owner != null
          && fields.stream().noneMatch(f -> f.name().equals(parent.name()))) {
        fields.add(new WorkedCase.FieldText(parent.name(), owner));
      }
      records.add(new WorkedCase.CaseRecord(entity.name(), id, fields, entry.key()));
      last.put(entity.name(), id);
    }
  }

  private static List<WorkedCase.FieldText> fields(Statement.Entry entry, String number) {
    var fields = new ArrayList<WorkedCase.FieldText>();
    for (var part : entry.words().split("[；;]", -1)) {
      var words = part.strip().split("\\s+", 2);
      if (words[0].isEmpty()) {
        continue;
      }
      if (words.length == 1) {
        fields.add(new WorkedCase.FieldText(words[0], "是"));
      } else if (words[0].equals("非")) {
        fields.add(new WorkedCase.FieldText(words[1].strip(), "否"));
      } else {
        fields.add(new WorkedCase.FieldText(words[0], words[1].strip().replace("#", number)));
      }
    }
    return fields;
  }

  private void expectation(Statement.Entry entry, String[] words) {
    @Nullable String object = null;
    @Nullable Integer year = null;
    for (int i = 1; i < words.length; i++) {
      var written = YEAR.matcher(words[i]);
      if (written.matches() && (i > 1 || words[i].endsWith("年"))) {
        year = Integer.valueOf(written.group(1));
      } else {
        object = words[i];
      }
    }
    var outcome = outcome(entry);
    if (outcome != null) {
      expected.add(new WorkedCase.Expected(words[0], object, year, outcome, entry.value()));
    }
  }

  private WorkedCase.@Nullable Outcome outcome(Statement.Entry entry) {
    var text = entry.words();
    if (STATES.contains(text)) {
      return new WorkedCase.Outcome.State(text);
    }
    var at = text.indexOf(CUT);
    var amount = at < 0 ? text : text.substring(0, at).strip();
    var span =
        new Span(
            entry.value().source(), entry.value().from(), entry.value().from() + amount.length());
    var tokens = Lexer.tokens(span, diagnostics);
    if (tokens.size() == 2 && tokens.getFirst() instanceof Token.Numeral(var figure, _)) {
      var fen = figure.value().times(Rational.of(100));
      if ((figure.dimension().isMoney() || figure.dimension().open())
          && fen.isWhole()
          && fen.numerator().bitLength() < Long.SIZE) {
        var cuts =
            at < 0
                ? List.<String>of()
                : List.of(text.substring(at + CUT.length()).strip().split("\\s*[；;]\\s*"));
        return new WorkedCase.Outcome.Grant(new Money(fen.numerator().longValueExact()), cuts);
      }
    }
    error(entry.value(), "预期写得不对", "写成 200万元、200万元 封顶 限额名，或 不符合、缺事实、待定");
    return null;
  }

  private void error(Span span, String message, String mend) {
    diagnostics.add(Diagnostic.error(span, message, mend));
  }
}
