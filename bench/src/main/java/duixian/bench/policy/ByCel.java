package duixian.bench.policy;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;

/// CEL on the figure and both caps of a claim; what is used per platform and year is kept outside,
/// for CEL has no state.
final class ByCel {
  private static final String CAPPED =
      "(amount * %d / %d < %d ? amount * %d / %d : %d)"
          .formatted(
              Claims.RATE_NUMERATOR,
              Claims.RATE_DENOMINATOR,
              Claims.PROJECT_CAP,
              Claims.RATE_NUMERATOR,
              Claims.RATE_DENOMINATOR,
              Claims.PROJECT_CAP);
  private static final String GRANT =
      "%s < %d - used ? %s : %d - used".formatted(CAPPED, Claims.YEAR_CAP, CAPPED, Claims.YEAR_CAP);

  private final Claims claims;
  private final CelRuntime.Program program;

  /// Throws IllegalStateException when CEL does not compile the expression.
  static ByCel compiled(Claims claims) {
    try {
      return new ByCel(claims);
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalStateException("CEL must compile " + GRANT, e);
    }
  }

  private ByCel(Claims claims) throws CelValidationException, CelEvaluationException {
    this.claims = claims;
    var compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .addVar("amount", SimpleType.INT)
            .addVar("used", SimpleType.INT)
            .setResultType(SimpleType.INT)
            .build();
    var runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
    program = runtime.createProgram(compiler.compile(GRANT).getAst());
  }

  long run() {
    var used = new long[Claims.PLATFORMS * Claims.YEARS];
    var total = 0L;
    for (int i = 0; i < claims.size(); i++) {
      var key = claims.platforms[i] * Claims.YEARS + claims.year(i) - Claims.FIRST_YEAR;
      var grant = grant(claims.amounts[i], used[key]);
      used[key] += grant;
      total += grant;
    }
    return total;
  }

  private long grant(long amount, long used) {
    try {
      return (Long) program.eval(Map.of("amount", amount, "used", used));
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("CEL must evaluate " + GRANT, e);
    }
  }
}
