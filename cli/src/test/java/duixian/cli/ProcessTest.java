package duixian.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command as a process of its own: exit codes, streams and memory are the operating system's.
class ProcessTest {
  private static final long A_GIGABYTE = 1L << 30;

  @TempDir Path folder;

  private record Seen(int exit, String out, String err) {}

  @Test
  void outputIsUtf8WhateverTheLocale() throws Exception {
    var facts = new Desk(folder).facts();
    var seen = run("assess", Desk.POLICY, facts, "--json", "--as-of", "2025-12-31");

    assertThat(seen.exit).isZero();
    assertThat(seen.out).startsWith("{\"政策\": \"落户办法\"");
    assertThat(seen.err).isEmpty();
  }

  @Test
  void misuseAndDiagnosticsHaveCodesOfTheirOwn() throws Exception {
    assertThat(run("assess").exit).isEqualTo(2);
    assertThat(run("assess", Desk.POLICY, "nothing.json").exit).isEqualTo(1);
  }

  @Test
  void aGigabyteWithoutALineEndFailsInSixtyFourMegabytes() throws Exception {
    var csv = Files.createDirectories(folder.resolve("csv"));
    for (var file : List.of(folder.resolve("facts.json"), csv.resolve("项目.csv"))) {
      try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(A_GIGABYTE);
      }
    }

    assertThat(run("assess", Desk.POLICY, folder.resolve("facts.json")))
        .satisfies(seen -> assertThat(seen.exit).isEqualTo(1))
        .satisfies(seen -> assertThat(seen.err).contains("不是合法的 JSON").hasLineCount(1));
    assertThat(run("assess", Desk.POLICY, csv))
        .satisfies(seen -> assertThat(seen.exit).isEqualTo(1))
        .satisfies(seen -> assertThat(seen.err).contains("超过 1048576 个字符").hasLineCount(1));
  }

  private Seen run(Object... args) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-Xmx64m",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "duixian.cli.Main"));
    for (var arg : args) {
      command.add(arg.toString());
    }
    var out = folder.resolve("out");
    var err = folder.resolve("err");
    var builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    var process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Seen(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
