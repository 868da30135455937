package duixian.policies;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.PolicyFolder;
import duixian.policy.cases.CaseRunner;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryPolicyTest {
  static List<Path> policies() throws IOException {
    return Shelf.policies();
  }

  @Test
  void theShelfHoldsTheDraftAndTheExamples() throws IOException {
    assertThat(policies()).contains(Shelf.ZHONGSHAN).hasSizeGreaterThan(6);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aPolicyChecksWithoutADiagnostic(Path folder) {
    assertThat(PolicyFolder.compile(folder).diagnostics()).extracting(Diagnostic::render).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everySentenceOfTheLawIsQuoted(Path folder) {
    var coverage = requireNonNull(PolicyFolder.compile(folder).coverage());

    assertThat(coverage.sentences()).isPositive();
    assertThat(coverage.uncovered()).extracting(Span::text).isEmpty();
    assertThat(coverage.paying()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyWorkedExampleComesTrue(Path folder) {
    var compiled = PolicyFolder.compile(folder);
    var failures = new ArrayList<Diagnostic>();

    var passed = CaseRunner.run(requireNonNull(compiled.policy()), compiled.examples(), failures);

    assertThat(failures).extracting(Diagnostic::render).isEmpty();
    assertThat(passed).isPositive().isEqualTo(compiled.examples().size());
  }
}
