package duixian.cli.report;

import duixian.policy.facts.Facts;
import duixian.policy.model.Policy;
import duixian.policy.model.Reading;
import duixian.policy.model.Run;
import duixian.policy.trace.Decision;
import duixian.policy.trace.FactsDigest;
import duixian.policy.trace.Receipt;
import duixian.policy.trace.ResultDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A run and its decisions, which may be made anew each time that somebody walks over them.
public record Result(Run run, Facts facts, Iterable<Decision> decisions) {
  /// From so many records on speed counts for more than detail.
  private static final int LARGE = 100_000;

  /// Whether the facts are more than anybody reads line by line.
  public static boolean isLarge(Facts facts) {
    return facts.size() > LARGE;
  }

  public Policy policy() {
    return run.policy();
  }

  /// The choice at every switch, in the order of the text.
  public Map<String, String> readings() {
    var readings = new LinkedHashMap<String, String>();
    for (var reading : policy().readings()) {
      if (reading.isSwitch()) {
        readings.put(reading.name(), choice(reading));
      }
    }
    return readings;
  }

  String choice(Reading reading) {
    return reading.choices().get(run.choice(reading));
  }

  /// The same result, with these decisions in the place of those without explanation.
  public Result explaining(List<Decision> explained) {
    var byPlace =
        explained.stream()
            .collect(Collectors.toMap(Place::of, Function.identity(), (one, _) -> one));
    return new Result(
        run,
        facts,
        () ->
            StreamSupport.stream(decisions.spliterator(), false)
                .map(decision -> byPlace.getOrDefault(Place.of(decision), decision))
                .iterator());
  }

  /// The decisions on the object with this 标识, then those on what belongs to it.
  public List<Decision> about(String id) {
    return StreamSupport.stream(decisions.spliterator(), false)
        .filter(decision -> decision.object().equals(id) || decision.root().equals(id))
        .toList();
  }

  public Receipt receipt() {
    var digest = new ResultDigest();
    decisions.forEach(digest::add);
    return new Receipt(
        policy().name(),
        policy().version(),
        run.day(),
        readings(),
        FactsDigest.of(facts),
        digest.hex(),
        digest.rows());
  }

  private record Place(int award, int row, int year) {
    static Place of(Decision decision) {
      return new Place(decision.award().index(), decision.objectRow(), decision.year());
    }
  }

  /// Whether the root of a decision's object is what the policy is about first: 平台.
  static boolean hasPlatform(Policy policy, Decision decision) {
    return decision.award().object().root().equals(policy.entities().getFirst());
  }
}
