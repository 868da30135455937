package duixian.bench.policy;

import duixian.policy.columns.ColumnProgram;
import duixian.policy.columns.ColumnResult;
import duixian.policy.eval.Evaluator;
import duixian.policy.facts.Facts;
import duixian.policy.model.Run;
import duixian.policy.trace.Outcome;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Rate, cap per project, running cap per platform and year; one thread each. Every peer is held to
/// the hand-written loop's sum before it is measured; those that are slow by nature get fewer
/// claims, and the table counts time per claim.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 12, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class Peers {
  static final int MANY = 1_000_000;
  static final int SOME = 100_000;
  static final int FEW = 20_000;

  /// Throws IllegalStateException when a peer comes to another sum.
  static void same(Claims claims, long sum, String who) {
    var expected = new ByLoop(claims).run();
    if (sum != expected) {
      throw new IllegalStateException(who + " must grant " + expected + " fen, granted " + sum);
    }
  }

  /// The claims of the hand-written loop, which is what the others are held to.
  @State(Scope.Thread)
  public static class Loop {
    private final ByLoop loop = new ByLoop(new Claims(MANY));
  }

  /// The policy compiled to columns.
  @State(Scope.Thread)
  public static class Columns {
    private final Facts facts;
    private final Run run;
    private final ColumnProgram program;

    /// Runs in the memory of the run before, as the hand-written loop does.
    private @Nullable ColumnResult last;

    public Columns() {
      var claims = new Claims(MANY);
      var policy = Claims.policy();
      facts = claims.facts(policy);
      run = Run.of(policy, policy.expires());
      program = ColumnProgram.compile(policy);
      same(claims, program.run(run, facts, false).total(), "columns");
    }
  }

  /// The reference evaluation of the same policy.
  @State(Scope.Thread)
  public static class Reference {
    private final Facts facts;
    private final Run run;

    public Reference() {
      var claims = new Claims(SOME);
      var policy = Claims.policy();
      facts = claims.facts(policy);
      run = Run.of(policy, policy.expires());
      same(claims, sum(), "reference");
    }

    private long sum() {
      var total = 0L;
      for (var decision : Evaluator.assess(run, facts).decisions()) {
        if (decision.outcome() instanceof Outcome.Payable payable) {
          total += payable.ceiling().fen();
        }
      }
      return total;
    }
  }

  /// DuckDB with its table loaded.
  @State(Scope.Thread)
  public static class Database {
    private final ByDuckDb database;

    public Database() {
      var claims = new Claims(MANY);
      database = ByDuckDb.loaded(claims);
      same(claims, database.run(), "DuckDB");
    }

    @TearDown(Level.Trial)
    public void close() {
      database.close();
    }
  }

  /// CEL with its program compiled.
  @State(Scope.Thread)
  public static class Cel {
    private final ByCel cel;

    public Cel() {
      var claims = new Claims(SOME);
      cel = ByCel.compiled(claims);
      same(claims, cel.run(), "CEL");
    }
  }

  /// Drools with its rules compiled.
  @State(Scope.Thread)
  public static class Drools {
    private final ByDrools drools;

    public Drools() {
      var claims = new Claims(FEW);
      drools = new ByDrools(claims);
      same(claims, drools.run(), "Drools");
    }

    @Setup(Level.Iteration)
    public void settle() {
      System.gc();
    }
  }

  @Benchmark
  public long loop(Loop state) {
    return state.loop.run();
  }

  @Benchmark
  public long columns(Columns state) {
    state.last = state.program.run(state.run, state.facts, false, state.last);
    return state.last.total();
  }

  @Benchmark
  public long reference(Reference state) {
    return state.sum();
  }

  @Benchmark
  public long duckdb(Database state) {
    return state.database.run();
  }

  @Benchmark
  public long cel(Cel state) {
    return state.cel.run();
  }

  @Benchmark
  public long drools(Drools state) {
    return state.drools.run();
  }
}
