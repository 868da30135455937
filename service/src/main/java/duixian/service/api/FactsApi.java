package duixian.service.api;

import duixian.service.fact.FactStore;
import duixian.service.fact.FactsJson;
import duixian.service.fact.Source;
import duixian.service.law.Laws;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Facts out and in, as one object of the facts files.
@RestController
class FactsApi {
  private final Clock clock;
  private final Laws laws;
  private final FactStore facts;

  FactsApi(Clock clock, Laws laws, FactStore facts) {
    this.clock = clock;
    this.laws = laws;
    this.facts = facts;
  }

  /// What is known today about one root record and all below it.
  @GetMapping(path = "/api/facts", produces = MediaType.APPLICATION_JSON_VALUE)
  String known(
      @RequestParam(name = "entity", defaultValue = "平台") String entity,
      @RequestParam(name = "id") String id,
      Person person) {
    Reach.requireUnit(person, id);
    return FactsJson.text(facts.unit(laws.inForce(), entity, id, facts.now()));
  }

  /// Adds what the body says; a value that was known before is corrected and stays in the history.
  /// `source` is where it comes from: an applicant declares, and of the own unit alone; a section
  /// may hand in what was measured, recognised or documented.
  @PostMapping(
      path = "/api/facts",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> state(
      @RequestBody String body,
      @RequestParam(name = "source") String source,
      @RequestParam(name = "origin", defaultValue = "接口") String origin,
      Person person) {
    if (Requests.isTooLarge(body)) {
      return Requests.refused(Requests.TOO_LARGE);
    }
    var kind = Source.labelled(source);
    if (kind.isEmpty()) {
      return Requests.refused(List.of("source 应是 实测、认定、凭证 或 申报，写的是“" + source + "”"));
    }
    return switch (FactsJson.read(laws.run(LocalDate.now(clock)).policy(), body, "请求")) {
      case FactsJson.Read.Refused(var complaints) -> Requests.refused(complaints);
      case FactsJson.Read.Complete(var sent) -> {
        var statements = FactsJson.statements(sent, kind.get(), origin);
        permit(person, kind.get(), statements.stream().map(Reach::unit).distinct().toList());
        facts.state(statements, person.id());
        yield ResponseEntity.ok(Map.of("记入", statements.size()));
      }
    };
  }

  private static void permit(Person person, Source kind, List<String> units) {
    var may =
        switch (kind) {
          case MEASURED, RECOGNISED, DOCUMENTED -> person.is(Role.REVIEWER);
          case DECLARED ->
              person.is(Role.APPLICANT) && units.stream().allMatch(person.organisation()::equals);
        };
    if (!may) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }
}
