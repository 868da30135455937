package duixian.service.law.web;

import duixian.policy.model.Run;
import duixian.policy.trace.Decision;
import duixian.service.law.Inputs;
import duixian.service.law.Laws;
import duixian.service.law.Measure;
import duixian.service.law.Outcomes;
import duixian.service.law.Trial;
import duixian.service.site.Answer;
import duixian.service.site.Field;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Works by GET alone; a POST does the same for who sends the form that way.
@Controller
class CalculatorPages {
  private static final String ALIKE = "#";
  private static final String YEAR = "year";
  private static final String DAY = "day";

  private final Clock clock;
  private final Laws laws;

  CalculatorPages(Clock clock, Laws laws) {
    this.clock = clock;
    this.laws = laws;
  }

  @GetMapping("/calculator")
  Answer calculator(@RequestParam Map<String, String> typed) {
    return new Answer.Page("计算器", "law/calculator", page(typed));
  }

  @PostMapping("/calculator")
  Answer calculated(@RequestParam Map<String, String> typed) {
    return calculator(typed);
  }

  @GetMapping("/calculator/result")
  Answer result(@RequestParam Map<String, String> typed) {
    return new Answer.Part("law/result", page(typed).result());
  }

  private CalculatorPage page(Map<String, String> typed) {
    var day = day(typed.getOrDefault(DAY, ""));
    var run = laws.run(day);
    var awards = run.policy().awards();
    var award =
        awards.stream()
            .filter(one -> one.name().equals(typed.get("award")))
            .findFirst()
            .orElse(awards.getFirst());
    var trial = Trial.of(run, award);
    var year = year(typed.getOrDefault(YEAR, ""), run, day);
    return new CalculatorPage(
        Measure.of(run.policy()),
        Measure.of(award),
        groups(trial, typed),
        new Field(YEAR, "年度", Field.Kind.NUMBER, Integer.toString(year), List.of(), "", ""),
        new Field(DAY, "认定日", Field.Kind.DAY, day.toString(), List.of(), "", ""),
        result(trial, typed, year));
  }

  private static List<CalculatorPage.Group> groups(Trial trial, Map<String, String> typed) {
    var groups = new ArrayList<CalculatorPage.Group>();
    trial
        .asked()
        .forEach((entity, fields) -> {
          var inputs =
              fields.stream()
                  .map(field -> {
                    var name = entity.name() + "." + field.name();
                    return Inputs.of(name, field, typed.getOrDefault(name, ""), "");
                  })
                  .toList();
          var alike = ALIKE + entity.name();
          if (!inputs.isEmpty()) {
            groups.add(
                new CalculatorPage.Group(
                    entity.name(),
                    inputs,
                    trial.isMany(entity)
                        ? new Field(
                            alike,
                            "同样的记录有几条",
                            Field.Kind.NUMBER,
                            Integer.toString(number(typed.getOrDefault(alike, ""), 1)),
                            List.of(),
                            "",
                            "每条算一个不同的" + entity.name())
                        : null));
          }
        });
    return groups;
  }

  private static CalculatorPage.Result result(Trial trial, Map<String, String> typed, int year) {
    var values = new HashMap<String, Map<String, String>>();
    var alike = new HashMap<String, Integer>();
    trial
        .asked()
        .forEach((entity, fields) -> {
          var of = new HashMap<String, String>();
          fields.forEach(field ->
              of.put(field.name(), typed.getOrDefault(entity.name() + "." + field.name(), "")));
          values.put(entity.name(), of);
          alike.put(entity.name(), number(typed.getOrDefault(ALIKE + entity.name(), ""), 1));
        });
    var outcome = trial.on(values, alike, year);
    return new CalculatorPage.Result(
        outcome.decisions().stream().map(CalculatorPages::line).toList(), outcome.complaints());
  }

  private static CalculatorPage.Line line(Decision decision) {
    return new CalculatorPage.Line(
        decision.year(),
        decision.outcome().word(),
        Outcomes.ceiling(decision.outcome()),
        Outcomes.notes(decision.outcome()),
        decision.explanation());
  }

  private LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      return LocalDate.now(clock);
    }
  }

  private static int year(String typed, Run run, LocalDate day) {
    var last = Math.min(day.getYear(), run.policy().expires().getYear());
    return number(typed, last);
  }

  private static int number(String typed, int otherwise) {
    var digits = typed.strip();
    return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : otherwise;
  }
}
