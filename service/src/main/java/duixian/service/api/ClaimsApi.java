package duixian.service.api;

import duixian.policy.value.Money;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Event;
import duixian.service.party.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Claims and what was granted on them, newest first; amounts are yuan with two decimals.
@RestController
class ClaimsApi {
  private static final int MOST = 1000;

  private final Claims claims;

  ClaimsApi(Claims claims) {
    this.claims = claims;
  }

  /// Of one unit, at one step, or all in pages: `before` is the last 序号 of the page before.
  @GetMapping(path = "/api/claims", produces = MediaType.APPLICATION_JSON_VALUE)
  List<Map<String, Object>> list(
      @RequestParam(name = "unit", required = false) @Nullable String unit,
      @RequestParam(name = "step", required = false) @Nullable String step,
      @RequestParam(name = "before", defaultValue = "9223372036854775807") long before,
      @RequestParam(name = "size", defaultValue = "100") int size,
      Person person) {
    var of = Reach.isEverywhere(person) ? unit : person.organisation();
    var found =
        of != null
            ? claims.ofUnit(of)
            : step != null ? claims.at(step) : claims.page(Math.clamp(size, 1, MOST), before);
    return found.stream()
        .filter(claim -> claim.id() < before && (step == null || claim.step().equals(step)))
        .sorted((a, b) -> Long.compare(b.id(), a.id()))
        .limit(Math.clamp(size, 1, MOST))
        .map(ClaimsApi::json)
        .toList();
  }

  @GetMapping(path = "/api/claims/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> one(@PathVariable("number") String number, Person person) {
    var claim =
        claims
            .find(number, person)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var json = json(claim);
    json.put("经过", claims.history(claim.id()).stream().map(ClaimsApi::json).toList());
    return json;
  }

  /// What was granted, by the year of the decision.
  @GetMapping(path = "/api/grants", produces = MediaType.APPLICATION_JSON_VALUE)
  List<Map<String, Object>> grants(
      @RequestParam(name = "year") int year,
      @RequestParam(name = "before", defaultValue = "9223372036854775807") long before,
      @RequestParam(name = "size", defaultValue = "100") int size,
      Person person) {
    if (!Reach.isEverywhere(person)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return claims.granted(year, Math.clamp(size, 1, MOST), before).stream()
        .map(ClaimsApi::json)
        .toList();
  }

  private static Map<String, Object> json(Claim claim) {
    var json = new LinkedHashMap<String, Object>();
    json.put("序号", claim.id());
    json.put("编号", claim.number());
    json.put("奖补", claim.award());
    json.put("条款", claim.clause());
    json.put("主体", claim.entity());
    json.put("对象", claim.object());
    json.put("年度", claim.year());
    json.put("受款", claim.unit());
    json.put("步骤", claim.step());
    json.put("免申即享", claim.isMatched());
    put(json, "提交", claim.submittedAt());
    put(json, "受理", claim.acceptedAt());
    put(json, "审定", claim.decidedAt());
    put(json, "拨付", claim.paidAt());
    put(json, "额度", claim.figure());
    put(json, "核定上限", claim.ceiling());
    put(json, "审定金额", claim.granted());
    if (claim.budgetYear() != null) {
      json.put("预算年度", claim.budgetYear());
    }
    return json;
  }

  private static Map<String, Object> json(Event event) {
    return Map.of(
        "时间", event.at().toString(),
        "行为", event.act(),
        "从", event.step(),
        "到", event.target(),
        "理由", event.reason());
  }

  private static void put(Map<String, Object> json, String key, @Nullable Instant at) {
    if (at != null) {
      json.put(key, at.toString());
    }
  }

  private static void put(Map<String, Object> json, String key, @Nullable Long fen) {
    if (fen != null) {
      json.put(key, new Money(fen).decimal());
    }
  }
}
