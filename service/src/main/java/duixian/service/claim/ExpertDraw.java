package duixian.service.claim;

import duixian.service.database.Found;
import duixian.service.party.Experts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
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
    var left = new ArrayList<>(pool);
    // SplittableRandom's sequence is specified, so that a draw repeats on any JDK.
    var random = new SplittableRandom(seed);
    for (int i = left.size() - 1; i > 0; i--) {
      Collections.swap(left, i, random.nextInt(i + 1));
    }
    return List.copyOf(left.subList(0, left.size() >= USUAL ? USUAL : LEAST));
  }
}
