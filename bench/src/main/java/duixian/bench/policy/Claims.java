package duixian.bench.policy;

import duixian.policy.PolicyCompiler;
import duixian.policy.facts.Facts;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.model.Policy;
import duixian.policy.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.SplittableRandom;

/// Synthetic claims in order of day and 标识, the same for every peer: amount in fen, platform, epoch
/// day.
public final class Claims {
  static final int PLATFORMS = 1000;
  static final long RATE_NUMERATOR = 3;
  static final long RATE_DENOMINATOR = 10;
  static final long PROJECT_CAP = 50_000_000L;
  static final long YEAR_CAP = 1_500_000_000L;
  static final int FIRST_YEAR = 2021;
  static final int YEARS = 5;
  private static final long SEED = 7;

  final long[] amounts;
  final int[] platforms;
  final int[] days;

  Claims(int count) {
    var random = new SplittableRandom(SEED);
    var first = (int) LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
    var span = (int) LocalDate.of(FIRST_YEAR + YEARS, 1, 1).toEpochDay() - first;
    amounts = new long[count];
    platforms = new int[count];
    days = new int[count];
    for (int i = 0; i < count; i++) {
      amounts[i] = random.nextLong(1_000_000L, 300_000_000L);
      platforms[i] = random.nextInt(PLATFORMS);
      days[i] = first + (int) ((long) span * i / count);
    }
  }

  int size() {
    return amounts.length;
  }

  int year(int claim) {
    return LocalDate.ofEpochDay(days[claim]).getYear();
  }

  static Policy policy() {
    try (var in = Objects.requireNonNull(Claims.class.getResourceAsStream("work.md"))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Objects.requireNonNull(
          PolicyCompiler.compile(new SourceText("work.md", text), null).policy());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same claims as facts of [#policy].
  Facts facts(Policy policy) {
    var builder = new FactsBuilder(policy);
    var above = Objects.requireNonNull(builder.table("平台", Origin.lines("平台.csv")));
    for (int i = 0; i < PLATFORMS; i++) {
      above.begin(i + 1);
      above.text(above.slot("标识"), "P" + i);
      above.end();
    }
    var below = Objects.requireNonNull(builder.table("项目", Origin.lines("项目.csv")));
    var id = below.slot("标识");
    var parent = below.slot("平台");
    var amount = below.slot("合同金额");
    var day = below.slot("验收日期");
    for (int i = 0; i < size(); i++) {
      below.begin(i + 1);
      below.text(id, "X%08d".formatted(i));
      below.text(parent, "P" + platforms[i]);
      below.text(amount, amounts[i] / 100 + ".%02d".formatted(amounts[i] % 100));
      below.text(day, LocalDate.ofEpochDay(days[i]).toString());
      below.end();
    }
    return Objects.requireNonNull(builder.build());
  }
}
