package duixian.bench.policy;

import duixian.cli.read.FactsReader;
import duixian.cli.read.Intake;
import duixian.cli.terminal.Progress;
import duixian.policy.Compiled;
import duixian.policy.PolicyFolder;
import duixian.policy.columns.ColumnProgram;
import duixian.policy.eval.Explainer;
import duixian.policy.facts.Facts;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The whole Zhongshan policy: its compilation, a large city in columns with explanation columns,
/// one explained claim.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1500m", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class WholePolicy {
  static final String HOME = "duixian.home";
  static final String CITY = "duixian.bench.city";
  static final String POLICY = "policies/zhongshan-2021";

  static Path home() {
    return Path.of(System.getProperty(HOME, "."));
  }

  static Compiled compiled() {
    return PolicyFolder.compile(home().resolve(POLICY));
  }

  static Facts facts(Policy policy, Path folder) {
    try {
      return switch (FactsReader.read(policy, folder, Progress.silent())) {
        case Intake.Complete(var facts) -> facts;
        case Intake.Refused(var complaints) ->
            throw new IllegalStateException(String.join("\n", complaints));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The large city, read once.
  @State(Scope.Thread)
  public static class City {
    private final Policy policy = Objects.requireNonNull(compiled().policy());
    private final Run run = Run.of(policy, policy.expires());
    private final ColumnProgram program = ColumnProgram.compile(policy);
    private final Facts facts;

    public City() {
      facts = facts(policy, Path.of(System.getProperty(CITY)));
    }
  }

  /// The example city, settled once.
  @State(Scope.Thread)
  public static class Example {
    private final Explainer explainer;

    public Example() {
      var policy = Objects.requireNonNull(compiled().policy());
      var facts = facts(policy, home().resolve("examples/zhongshan-city"));
      explainer = Explainer.of(Run.of(policy, policy.expires()), facts);
    }
  }

  @Benchmark
  public Object compile() {
    return compiled();
  }

  @Benchmark
  public long cityInColumns(City city) {
    return city.program.run(city.run, city.facts, true).total();
  }

  @Benchmark
  public Object explainOneClaim(Example city) {
    return city.explainer.explain("X001");
  }
}
