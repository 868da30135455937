package duixian.policy.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import duixian.policy.Compiled;
import duixian.policy.PolicyCompiler;
import duixian.policy.document.Document;
import duixian.policy.print.Printer;
import duixian.policy.print.ProgramPrinter;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.SourceText;
import duixian.policy.source.Span;
import duixian.policy.syntax.ExpressionParser;
import duixian.policy.syntax.StatementReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of every text, however broken: the compiler answers in bounded time, with a policy or
/// with diagnostics that can be shown.
class CompilerTheories {
  private static final Path ZHONGSHAN = Path.of("../policies/zhongshan-2021");
  private static final SourceText POLICY = read(ZHONGSHAN.resolve("zhongshan-2021.md"));
  private static final SourceText OFFICIAL = read(ZHONGSHAN.resolve("official.txt"));
  private static final List<String> INPUTS = inputs();
  private static final int LENGTH = 300_000;
  private static final int HIGH = Integer.MAX_VALUE;

  @Test
  void aMutatedZhongshanPolicyIsAPolicyOrHasDiagnostics() {
    qt().withExamples(40)
        .forAll(lists().of(integers().between(0, HIGH)).ofSizeBetween(1, 8))
        .checkAssert(
            seeds -> answers(PolicyCompiler.compile(mutated(POLICY.text(), seeds), OFFICIAL)));
  }

  @Test
  void aMutatedGoldenTextIsAPolicyOrHasDiagnostics() {
    qt().withExamples(1_000)
        .forAll(
            integers().between(0, INPUTS.size() - 1),
            lists().of(integers().between(0, HIGH)).ofSizeBetween(1, 8))
        .checkAssert(
            (input, seeds) -> answers(Fragment.compile(mutated(INPUTS.get(input), seeds), "")));
  }

  @Test
  void aTextOfNothingButTheLanguagesOwnSignsIsAnswered() {
    var signs =
        "且或非按每的（）：；，、→+−×÷=<>#{}》\"`\n \t１２％万元年月日家超过不低于分档取小待定其中甲乙\uD83D".codePoints().toArray();
    qt().withExamples(1_000)
        .forAll(lists().of(integers().between(0, signs.length - 1)).ofSizeBetween(0, 60))
        .checkAssert(picks -> {
          var text = new StringBuilder("```规则\n定义 企业的甲：");
          picks.forEach(pick -> text.appendCodePoint(signs[pick]));
          answers(Fragment.compile(new SourceText("signs.md", text + "\n```\n"), ""));
        });
  }

  @Test
  void thePolicyPrintedInCanonicalFormMeansTheSame() {
    var printed = new StringBuilder("# " + title() + "\n\n");
    var quotes = new StringBuilder();
    Document.parse(POLICY, new ArrayList<>())
        .quotes()
        .forEach(quote -> quotes.append(quote.span().text()).append("\n\n"));
    printed.append(quotes).append("\n```规则\n");
    for (var block : Document.parse(POLICY, new ArrayList<>()).blocks()) {
      StatementReader.read(block, new ArrayList<>())
          .forEach(statement -> printed.append(Printer.statement(statement)).append('\n'));
    }
    var again = PolicyCompiler.compile(new SourceText("printed.md", printed + "```\n"), OFFICIAL);
    var first = PolicyCompiler.compile(POLICY, OFFICIAL);

    assertThat(again.diagnostics())
        .extracting(Diagnostic::render)
        .isEqualTo(first.diagnostics().stream().map(Diagnostic::render).toList());
    assertThat(meaning(again)).isEqualTo(meaning(first));
  }

  @Test
  void anExpressionPrintedAndParsedAgainIsTheSameTree() {
    var texts = Stream.concat(INPUTS.stream(), Stream.of(POLICY.text())).toList();
    var count = 0;
    for (var text : texts) {
      for (var block : Document.parse(new SourceText("a", text), new ArrayList<>()).blocks()) {
        for (var statement : StatementReader.read(block, new ArrayList<>())) {
          for (var entry : statement.entries()) {
            count += isStable(entry.value()) ? 1 : 0;
          }
          var value = statement.value();
          count += value != null && isStable(value) ? 1 : 0;
        }
      }
    }
    assertThat(count).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "非 (",
        "取小(1, ",
        "按 甲：乙 → ",
        "分档(甲：全额, 不超过 1 → ",
        "甲的",
        "甲 + ",
        "甲 且 ",
        "1元/",
        "一万",
        "1,000",
        "２",
        "{",
        "甲、",
        "# ",
        "万亿",
        "百分之",
        "𠮷",
        "→"
      })
  void aVeryLongValueIsAnsweredAtOnce(String part) {
    var value = part.repeat(LENGTH / part.length());
    var text =
        "> "
            + value
            + "\n\n```规则\n定义 企业的甲："
            + value
            + "\n解释点 "
            + value
            + "\n  可选："
            + value
            + "\n```\n";

    assertQuick(new SourceText("long.md", text), "");
  }

  @Test
  void quotesThatNearlyRepeatAreComparedInOnePass() {
    var official = "甲".repeat(500_000) + "乙";
    var text = "> " + "甲".repeat(250_000) + "丙\n\n> " + "甲".repeat(250_000) + "\n";

    assertQuick(new SourceText("quotes.md", text), official);
  }

  @Test
  void manyStatementsAreCheckedInTimeThatGrowsWithThem() {
    var text = new StringBuilder("> 奖励200万元。\n\n```规则\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("主体 体")
          .append(i)
          .append(i > 0 && i < 100 ? " 属于 体" + (i - 1) : "")
          .append("\n  金：金额\n");
      text.append("定义 企业的量").append(i).append("：注册资金\n");
      text.append("奖补 奖")
          .append(i)
          .append("\n  对象：企业 其中 未知")
          .append(i)
          .append("\n  频次：一次性\n  额度：200万元\n");
    }
    assertQuick(new SourceText("many.md", text + "```\n"), "");
  }

  private static void assertQuick(SourceText source, String official) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> answers(Fragment.compile(source, official)));
  }

  private static void answers(Compiled compiled) {
    assertThat(compiled.policy() != null || compiled.hasErrors()).isTrue();
    compiled.diagnostics().forEach(one -> assertThat(one.render()).isNotBlank());
    var policy = compiled.policy();
    if (policy != null) {
      assertThat(ProgramPrinter.print(policy)).isNotBlank();
    }
  }

  /// Each seed deletes, doubles or swaps a character, a run of characters or a line.
  private static SourceText mutated(String text, List<Integer> seeds) {
    var now = text;
    for (var seed : seeds) {
      if (now.isEmpty()) {
        break;
      }
      var random = new SplittableRandom(seed);
      now = mutated(now, random);
    }
    return new SourceText("mutated.md", now);
  }

  private static String mutated(String text, SplittableRandom random) {
    var at = random.nextInt(text.length());
    var to = Math.min(text.length(), at + 1 + (random.nextBoolean() ? 0 : random.nextInt(6)));
    var other = random.nextInt(text.length());
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + text.substring(to);
      case 1 -> text.substring(0, to) + text.substring(at);
      case 2 -> text.substring(0, at) + text.charAt(other) + text.substring(to);
      case 3 -> withoutLine(text, at);
      case 4 -> text.substring(0, at) + line(text, other) + text.substring(at);
      default ->
          text.substring(0, lineStart(text, at))
              + line(text, other)
              + text.substring(lineStart(text, at));
    };
  }

  private static String withoutLine(String text, int at) {
    var from = lineStart(text, at);
    return text.substring(0, from) + text.substring(from + line(text, at).length());
  }

  private static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private static String line(String text, int at) {
    var end = text.indexOf('\n', at);
    return text.substring(lineStart(text, at), end < 0 ? text.length() : end + 1);
  }

  private static boolean isStable(Span span) {
    var node = ExpressionParser.parse(span, new ArrayList<>());
    if (node == null) {
      return false;
    }
    var printed = Printer.expression(node);
    var source = new SourceText("printed", printed);
    var again =
        ExpressionParser.parse(new Span(source, 0, source.text().length()), new ArrayList<>());
    assertThat(again).as(printed).isNotNull();
    assertThat(Printer.expression(Objects.requireNonNull(again))).isEqualTo(printed);
    return true;
  }

  /// The program without clause ids and quotes, which a canonical form without headings has not.
  private static List<String> meaning(Compiled compiled) {
    return ProgramPrinter.print(Objects.requireNonNull(compiled.policy()))
        .lines()
        .filter(line -> !line.startsWith("数 "))
        .map(line -> line.replaceFirst("^((?:奖补|限额|目标) [^：]+)：.*", "$1"))
        .toList();
  }

  private static String title() {
    return Document.parse(POLICY, new ArrayList<>()).title();
  }

  private static List<String> inputs() {
    try (var files = Files.walk(Path.of("src/test/resources/golden"))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(file -> read(file).text())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceText read(Path file) {
    try {
      return new SourceText(String.valueOf(file.getFileName()), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
