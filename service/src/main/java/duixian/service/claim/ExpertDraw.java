package duixian.service.claim;

import duixian.service.database.Found;
import duixian.service.party.Experts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Draws experts from those without a conflict; pool and seed are kept, so that anybody can draw
/// again.
public class ExpertDraw {
  private static final int LEAST = 3;
  private static final int USUAL = 5;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Experts experts;
  private final RandomGenerator chance;

  ExpertDraw(JdbcClient jdbc, Clock clock, Experts experts, RandomGenerator chance) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.experts = experts;
    this.chance = chance;
  }

  /// A draw as kept: ids separated by one space, in the order of pool and of drawing.
  public record Drawn(long seed, String pool, String drawn, Instant drawnAt, String drawnBy) {
    /// Whether pool and seed give those who were drawn.
    public boolean isRepeatable() {
      return String.join(" ", draw(List.of(pool.split(" ")), seed)).equals(drawn);
    }

    /// The whole pool in the order of the seed: first those who were drawn, then who stands in.
    public List<String> order() {
      return shuffled(List.of(pool.split(" ")), seed);
    }
  }

  /// An expert of a round who does not judge; with a `conflict` no score of his counts.
  public record Replaced(
      int version,
      String expert,
      String successor,
      boolean conflict,
      String reason,
      Instant replacedAt,
      String replacedBy) {}

  /// In every round, oldest first.
  public List<Replaced> replaced(long claim) {
    return Found.all(
        jdbc.sql(
                "SELECT version, expert, successor, conflict, reason, replaced_at, replaced_by"
                    + " FROM expert_replacement WHERE claim = :claim ORDER BY version, replaced_at")
            .param("claim", claim)
            .query(Replaced.class));
  }

  /// Who of the newest round no longer judges.
  Set<String> out(long claim) {
    var round = of(claim).size();
    return replaced(claim).stream()
        .filter(one -> one.version() == round)
        .map(Replaced::expert)
        .collect(Collectors.toSet());
  }

  /// The next in the order of the same seed who is still free stands in; nobody chooses him. Throws
  /// [Refusal] when there is none.
  String replace(Claim claim, String expert, boolean conflict, String reason, String by) {
    var draws = of(claim.id());
    var draw = draws.getLast();
    var free = experts.free(claim.unit());
    var taken = new HashSet<>(List.of(draw.drawn().split(" ")));
    replaced(claim.id()).stream()
        .filter(one -> one.version() == draws.size())
        .forEach(one -> taken.add(one.successor()));
    var successor =
        draw.order().stream()
            .filter(one -> !taken.contains(one) && free.contains(one))
            .findFirst()
            .orElseThrow(() -> new Refusal("抽取池里没有可以接替的专家了；请补充专家，把申报退回形式审查后重新抽取"));
    jdbc.sql(
            """
            INSERT INTO expert_replacement (claim, version, expert, successor, conflict, reason,
              replaced_at, replaced_by)
            VALUES (:claim, :version, :expert, :successor, :conflict, :reason, :at, :by)
            """)
        .param("claim", claim.id())
        .param("version", draws.size())
        .param("expert", expert)
        .param("successor", successor)
        .param("conflict", conflict)
        .param("reason", reason)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by)
        .update();
    if (conflict) {
      experts.conflict(expert, claim.unit(), reason);
    }
    return successor;
  }

  public List<Drawn> of(long claim) {
    return Found.all(
        jdbc.sql(
                "SELECT seed, pool, drawn, drawn_at, drawn_by FROM expert_draw"
                    + " WHERE claim = :claim ORDER BY version")
            .param("claim", claim)
            .query(Drawn.class));
  }

  /// The experts of this round. Throws [Refusal] when fewer than three are free.
  List<String> draw(Claim claim, String by) {
    var pool = experts.free(claim.unit());
    if (pool.size() < LEAST) {
      throw new Refusal("专家库里与申报单位无利害关系的专家只有 " + pool.size() + " 名，至少要 3 名；请先补充专家");
    }
    var seed = chance.nextLong();
    var drawn = draw(pool, seed);
    jdbc.sql(
            "INSERT INTO expert_draw (claim, version, seed, pool, drawn, drawn_at, drawn_by)"
                + " SELECT :claim, count(*) + 1, :seed, :pool, :drawn, :at, :by"
                + " FROM expert_draw WHERE claim = :claim")
        .param("claim", claim.id())
        .param("seed", seed)
        .param("pool", String.join(" ", pool))
        .param("drawn", String.join(" ", drawn))
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by)
        .update();
    return drawn;
  }

  private static List<String> draw(List<String> pool, long seed) {
    return shuffled(pool, seed).subList(0, pool.size() >= USUAL ? USUAL : LEAST);
  }

  private static List<String> shuffled(List<String> pool, long seed) {
    var left = new ArrayList<>(pool);
    // SplittableRandom's sequence is specified, so that a draw repeats on any JDK.
    var random = new SplittableRandom(seed);
    for (int i = left.size() - 1; i > 0; i--) {
      Collections.swap(left, i, random.nextInt(i + 1));
    }
    return List.copyOf(left);
  }
}
