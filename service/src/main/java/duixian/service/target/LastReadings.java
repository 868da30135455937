package duixian.service.target;

import duixian.policy.model.Policy;
import duixian.policy.model.Target;
import duixian.policy.trace.Progress;
import duixian.policy.value.Rational;
import duixian.service.law.Laws;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What was last read of the targets, kept over a restart. Of another version of the policy there
/// is none.
final class LastReadings {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String STANDINGS = "standings";
  private static final String COURSES = "courses";

  private final JdbcClient jdbc;
  private final Laws laws;

  LastReadings(JdbcClient jdbc, Laws laws) {
    this.jdbc = jdbc;
    this.laws = laws;
  }

  /// A [Board.Reading] as it is kept; a share is its numerator and denominator.
  private record Kept(Instant at, List<Row> rows) {
    record Row(
        String target,
        Progress.State state,
        String measured,
        String floor,
        @Nullable List<BigInteger> share) {}
  }

  Board.@Nullable Reading standings() {
    var policy = laws.inForce();
    var content = content(STANDINGS, policy);
    if (content == null) {
      return null;
    }
    var kept = JSON.readValue(content, Kept.class);
    var targets =
        policy.targets().stream().collect(Collectors.toMap(Target::name, Function.identity()));
    return new Board.Reading(
        kept.at(),
        kept.rows().stream()
            .map(row -> standing(row, Objects.requireNonNull(targets.get(row.target()))))
            .toList());
  }

  private static Standing standing(Kept.Row row, Target target) {
    var share = row.share();
    return new Standing(
        target,
        row.state(),
        row.measured(),
        row.floor(),
        share == null ? null : new Rational(share.getFirst(), share.getLast()));
  }

  void keep(Board.Reading reading) {
    var rows =
        reading.targets().stream()
            .map(one ->
                new Kept.Row(
                    one.target().name(),
                    one.state(),
                    one.measured(),
                    one.floor(),
                    parts(one.share())))
            .toList();
    keep(STANDINGS, new Kept(reading.at(), rows));
  }

  private static @Nullable List<BigInteger> parts(@Nullable Rational share) {
    return share == null ? null : List.of(share.numerator(), share.denominator());
  }

  @Nullable Map<String, Courses.Line> lines() {
    var content = content(COURSES, laws.inForce());
    return content == null ? null : JSON.readValue(content, new TypeReference<>() {});
  }

  void keep(Map<String, Courses.Line> lines) {
    keep(COURSES, lines);
  }

  private @Nullable String content(String kind, Policy policy) {
    return jdbc.sql("SELECT content FROM target_reading WHERE kind = :kind AND policy = :policy")
        .param("kind", kind)
        .param("policy", policy.version())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private void keep(String kind, Object content) {
    jdbc.sql(
            """
            INSERT INTO target_reading (kind, policy, content) VALUES (:kind, :policy, :content)
            ON CONFLICT (kind) DO UPDATE SET policy = excluded.policy, content = excluded.content
            """)
        .param("kind", kind)
        .param("policy", laws.inForce().version())
        .param("content", JSON.writeValueAsString(content))
        .update();
  }
}
