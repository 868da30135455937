package duixian.policy.language;

import duixian.policy.Compiled;
import duixian.policy.PolicyCompiler;
import duixian.policy.document.Document;
import duixian.policy.document.Quote;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A few lines of a policy, made whole: a fragment without a 政策 statement gets one and some 主体
/// behind its last line, and one without an official text gets its own quotes as such.
final class Fragment {
  private static final String PREAMBLE =
      """

      # 前提

      ```规则
      政策 测试政策
        施行：2021年1月1日
        届满：2025年12月31日
        金额：到分
        舍入：舍去
      主体 企业
        类别：{甲类、乙类}
        统一代码：标识
        注册资金：金额
        厂房面积：面积
        员工数：人
        已认定：是否
        认定日期：日期
      主体 年报 属于 企业 逐年
        营业收入：金额
        研发投入：金额
        就业人数：人
        达标：是否
        上级资助：金额 可缺
      主体 项目 属于 企业
        类型：{新建、技改}
        应用企业：标识
        合同金额：金额
        市级资助：金额
        验收日期：日期
        已验收：是否
      ```
      """;

  private Fragment() {}

  static SourceText source(Path input) {
    return new SourceText(String.valueOf(input.getFileName()), read(input));
  }

  /// What stands in `name.txt` beside `name.md`; null when there is none.
  static String official(Path input) {
    var beside = Path.of(input.toString().replaceFirst("\\.md$", ".txt"));
    return Files.exists(beside) ? read(beside) : "";
  }

  static Compiled compile(SourceText source, String official) {
    var whole =
        isWhole(source.text()) ? source : new SourceText(source.name(), source.text() + PREAMBLE);
    var law =
        official.isEmpty()
            ? Document.parse(whole, new ArrayList<>()).quotes().stream()
                .map(Quote::text)
                .collect(Collectors.joining("\n"))
            : official;
    return PolicyCompiler.compile(whole, new SourceText("official.txt", law));
  }

  static Set<String> preambleLines() {
    var policy = compile(new SourceText("前提", ""), "").policy();
    return ProgramPrinter.print(Objects.requireNonNull(policy))
        .lines()
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Every statement of a text in its canonical form, its expressions in brackets.
  static List<String> canonical(SourceText source, List<Diagnostic> diagnostics) {
    var lines = new ArrayList<String>();
    for (var block : Document.parse(source, diagnostics).blocks()) {
      for (var statement : StatementReader.read(block, diagnostics)) {
        lines.add(Printer.statement(statement));
        var spans = new ArrayList<Span>();
        var value = statement.value();
        if (value != null) {
          spans.add(value);
        }
        statement.entries("额度").forEach(entry -> spans.add(entry.value()));
        statement.entries("条件").forEach(entry -> spans.add(entry.value()));
        for (var span : spans) {
          var node = ExpressionParser.parse(span, diagnostics);
          if (node != null) {
            lines.add("    = " + Printer.expression(node));
          }
        }
      }
    }
    return lines;
  }

  private static boolean isWhole(String text) {
    return text.lines().anyMatch(line -> line.startsWith("政策"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
