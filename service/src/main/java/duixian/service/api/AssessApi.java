package duixian.service.api;

import duixian.cli.report.Result;
import duixian.cli.report.ResultJson;
import duixian.policy.eval.Evaluator;
import duixian.policy.facts.Facts;
import duixian.policy.model.Run;
import duixian.policy.trace.Decision;
import duixian.service.fact.FactStore;
import duixian.service.fact.FactsJson;
import duixian.service.law.Laws;
import duixian.service.party.Person;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Assesses as `duixian assess --json` does: what is stored about a unit, or facts that are sent.
@RestController
class AssessApi {
  private final Clock clock;
  private final Laws laws;
  private final FactStore facts;

  AssessApi(Clock clock, Laws laws, FactStore facts) {
    this.clock = clock;
    this.laws = laws;
    this.facts = facts;
  }

  /// The decisions on one root record, `entity` its 主体 and `id` its 标识; today unless `day` says
  /// otherwise.
  @GetMapping(path = "/api/assess", produces = MediaType.APPLICATION_JSON_VALUE)
  String stored(
      @RequestParam(name = "entity", defaultValue = "平台") String entity,
      @RequestParam(name = "id") String id,
      @RequestParam(name = "day", required = false) @Nullable LocalDate day,
      Person person)
      throws IOException {
    Reach.requireUnit(person, id);
    var run = laws.run(day == null ? LocalDate.now(clock) : day);
    var known = facts.unit(run.policy(), entity, id, facts.now());
    var own =
        Evaluator.assess(run, known).decisions().stream()
            .filter(decision -> decision.root().equals(id))
            .toList();
    return json(run, known, own);
  }

  /// The decisions on the facts of the body; 400 with complaints when they do not read.
  @PostMapping(
      path = "/api/assess",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> sent(
      @RequestBody String body,
      @RequestParam(name = "day", required = false) @Nullable LocalDate day)
      throws IOException {
    if (Requests.isTooLarge(body)) {
      return Requests.refused(Requests.TOO_LARGE);
    }
    var run = laws.run(day == null ? LocalDate.now(clock) : day);
    return switch (FactsJson.read(run.policy(), body, "请求")) {
      case FactsJson.Read.Complete(var sent) ->
          ResponseEntity.ok(json(run, sent, Evaluator.assess(run, sent).decisions()));
      case FactsJson.Read.Refused(var complaints) -> Requests.refused(complaints);
    };
  }

  private static String json(Run run, Facts known, List<Decision> decisions) throws IOException {
    var out = new StringWriter();
    ResultJson.write(new Result(run, known, decisions), out);
    return out.toString();
  }
}
