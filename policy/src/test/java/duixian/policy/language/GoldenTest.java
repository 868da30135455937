package duixian.policy.language;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.print.Printer;
import duixian.policy.print.ProgramPrinter;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.Span;
import duixian.policy.syntax.Lexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Tiny inputs with the expected output beside them; `-Dgolden=update` rewrites the expected side.
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  @TestFactory
  Stream<DynamicTest> tokens() throws IOException {
    return golden("tokens", GoldenTest::lexed);
  }

  @TestFactory
  Stream<DynamicTest> tree() throws IOException {
    return golden("tree", GoldenTest::parsed);
  }

  @TestFactory
  Stream<DynamicTest> program() throws IOException {
    return golden("program", GoldenTest::compiled);
  }

  @TestFactory
  Stream<DynamicTest> errors() throws IOException {
    return golden("errors", GoldenTest::refused);
  }

  private static Stream<DynamicTest> golden(String stage, Function<Path, String> output)
      throws IOException {
    try (var files = Files.list(GOLDEN.resolve(stage))) {
      var inputs = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
      assertThat(inputs).isNotEmpty();
      return inputs.stream()
          .map(input ->
              DynamicTest.dynamicTest(name(input), () -> compare(input, output.apply(input))));
    }
  }

  private static void compare(Path input, String output) throws IOException {
    var expected = input.resolveSibling(name(input) + ".out");
    if (UPDATE) {
      Files.writeString(expected, output + "\n");
    }
    assertThat(expected).exists().content().isEqualTo(output + "\n");
  }

  private static String lexed(Path input) {
    var source = Fragment.source(input);
    var diagnostics = new ArrayList<Diagnostic>();
    var tokens = Lexer.tokens(new Span(source, 0, source.text().length()), diagnostics);
    return joined(Stream.concat(Stream.of(Printer.tokens(tokens)), rendered(diagnostics)));
  }

  private static String parsed(Path input) {
    var source = Fragment.source(input);
    var diagnostics = new ArrayList<Diagnostic>();
    var printed = Fragment.canonical(source, diagnostics);
    return joined(Stream.concat(printed.stream(), rendered(diagnostics)));
  }

  private static String compiled(Path input) {
    var compiled = Fragment.compile(Fragment.source(input), Fragment.official(input));
    var diagnostics = rendered(compiled.diagnostics()).collect(Collectors.joining("\n"));
    var policy = compiled.policy();
    if (policy == null) {
      throw new AssertionError(diagnostics);
    }
    var preamble = Fragment.preambleLines();
    var lines = ProgramPrinter.print(policy).lines().filter(line -> !preamble.contains(line));
    return joined(Stream.concat(lines, rendered(compiled.diagnostics())));
  }

  private static String refused(Path input) {
    var compiled = Fragment.compile(Fragment.source(input), Fragment.official(input));
    assertThat(compiled.diagnostics()).isNotEmpty();
    return rendered(compiled.diagnostics()).collect(Collectors.joining("\n\n"));
  }

  private static Stream<String> rendered(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::render);
  }

  private static String joined(Stream<String> lines) {
    return lines.filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }

  private static String name(Path input) {
    var name = String.valueOf(input.getFileName());
    return name.substring(0, name.lastIndexOf('.'));
  }
}
