package duixian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class MainTest {
  private record Seen(int exit, String out, String err) {}

  @Test
  void helpIsChineseAndFine() {
    var seen = run("--help");

    assertThat(seen.exit).isZero();
    assertThat(seen.out).contains("用法：duixian", "选项：", "--debug", "退出码").doesNotContain("Usage");
    assertThat(seen.err).isEmpty();
  }

  @Test
  void versionNamesTheJavaThatRunsIt() {
    assertThat(run("--version").out).startsWith("兑现 ").contains("Java 25");
  }

  @Test
  void noCommandShowsTheUsageAndCountsAsMisuse() {
    var seen = run();

    assertThat(seen.exit).isEqualTo(2);
    assertThat(seen.err).contains("用法：duixian");
    assertThat(seen.out).isEmpty();
  }

  @Test
  void aMisspeltCommandIsAnsweredWithTheRightOne() {
    var seen = run("atempt");

    assertThat(seen.exit).isEqualTo(2);
    assertThat(seen.err)
        .isEqualToNormalizingNewlines(
            """
            没有这个命令，或多写了参数：atempt；是不是想写 attempt
            用法见 duixian --help
            """);
  }

  @Test
  void aMissingArgumentIsNamed() {
    var seen = run("attempt");

    assertThat(seen.exit).isEqualTo(2);
    assertThat(seen.err).startsWith("缺少参数 政策").contains("用法见 duixian attempt --help");
  }

  @Test
  void aValueOfTheWrongKindIsShownWithTheWayToMendIt() {
    assertThat(run("attempt", "a", "--times", "many").err)
        .startsWith("选项 --times 不能是「many」：试几次，如 3");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThat(run("attempt", "a", "--tims", "3").err).startsWith("没有这个选项：--tims");
  }

  @Test
  void ourOwnMistakeIsOneSentenceAndALogFile() throws IOException {
    var seen = run("attempt", "overflow");

    assertThat(seen.exit).isEqualTo(70);
    assertThat(seen.err).startsWith("程序自身出错").doesNotContain("\tat ").hasLineCount(1);
    var log = logNamedIn(seen.err);
    assertThat(contentOf(log.toFile())).contains("\tat duixian.cli.MainTest");
    Files.delete(log);
  }

  @Test
  void debugShowsTheStackTrace() {
    assertThat(run("attempt", "overflow", "--debug").err).contains("\tat duixian.cli.MainTest");
  }

  @Test
  void aMissingFileIsADiagnostic() {
    var seen = run("attempt", "missing");

    assertThat(seen.exit).isEqualTo(1);
    assertThat(seen.err).isEqualToIgnoringNewLines("没有这个文件或文件夹：政策.md");
  }

  private static Path logNamedIn(String sentence) {
    var log = Pattern.compile("详情写在 (.*\\.log)").matcher(sentence);
    assertThat(log.find()).isTrue();
    return Path.of(log.group(1));
  }

  private static Seen run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    var command =
        Main.commandLine(new PrintWriter(out), new PrintWriter(err), List.of(new Attempt()));
    return new Seen(command.execute(args), out.toString(), err.toString());
  }

  @Command(name = "attempt")
  private static final class Attempt implements Callable<Integer> {
    @Parameters(paramLabel = "政策")
    private String what;

    @Option(names = "--times", description = "试几次，如 3")
    private int times;

    @Override
    public Integer call() throws NoSuchFileException {
      return switch (what) {
        case "missing" -> throw new NoSuchFileException("政策.md");
        default -> Math.addExact(Integer.MAX_VALUE, times + 1);
      };
    }
  }
}
