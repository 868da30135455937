package duixian.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The start script in a house of its own, with a JDK and a Maven that only say how they were
/// called.
class StartScriptTest {
  private static final Path SCRIPT = Path.of("..", "duixian").toAbsolutePath().normalize();

  private record Seen(int exit, String out, String err) {}

  @TempDir private Path folder;
  private Path house;
  private Path jdk;

  @BeforeEach
  void layOut() throws IOException {
    house = Files.createDirectories(folder.toRealPath().resolve("a house"));
    jdk = folder.resolve("jdk");
    Files.copy(SCRIPT, house.resolve("duixian"));
    Files.createFile(house.resolve("pom.xml"));
    for (var module : List.of("policy", "cli")) {
      Files.createDirectories(house.resolve(module, "src", "main"));
      Files.createFile(house.resolve(module, "pom.xml"));
    }
    program(house.resolve("duixian"), Files.readString(SCRIPT));
    program(jdk.resolve("bin", "java"), "#!/bin/sh\necho \"java $* in $PWD, $LC_ALL\"\n");
    program(jdk.resolve("bin", "javac"), "#!/bin/sh\n");
    program(folder.resolve("bin", "mvn"), "#!/bin/sh\necho \"mvn $* in $PWD\"\nexit 3\n");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
  }

  @Test
  void aCommandRunsInTheFolderOfTheCallerThroughAnyLink() throws Exception {
    build();
    var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a house", "duixian"));

    var seen = run(link, Map.of("DUIXIAN_JAVA_OPTS", "-Xmx1g"), "check", "政策 一");

    assertThat(seen.err).isEmpty();
    assertThat(seen.out)
        .startsWith(
            "java -Xmx1g -XX:TieredStopAtLevel=1 -cp "
                + house
                + "/.duixian/cli/cli.jar duixian.cli.Main")
        .contains("check 政策 一 in " + folder.toRealPath());
    assertThat(seen.exit).isZero();
  }

  @Test
  void javaReadsChineseFileNamesWhateverTheLocale() throws Exception {
    build();

    assertThat(run(script(), Map.of("LC_ALL", "C"), "--version").out).containsIgnoringCase("UTF-8");
  }

  @Test
  void aNewerSourceStartsABuildWhoseFailureIsShown() throws Exception {
    build();
    var newer = Files.createFile(house.resolve("policy", "src", "main", "New.java"));
    Files.setLastModifiedTime(newer, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));

    var seen = run(script(), Map.of(), "--version");

    assertThat(seen.exit).isEqualTo(2);
    assertThat(seen.out).isEmpty();
    assertThat(seen.err).contains("源码有更新", "-pl cli -am package in " + house, "构建失败");
  }

  @Test
  void testVerifiesWithMavenAndPassesItsExitCodeOn() throws Exception {
    var seen = run(script(), Map.of(), "test", "-Dgolden=update");

    assertThat(seen.exit).isEqualTo(3);
    assertThat(seen.out).contains(" verify -Dgolden=update in " + house);
    assertThat(seen.err).contains("用 " + jdk + " 运行全部测试", "JUnit");
  }

  @Test
  void anotherJdkIsRefusedInOneSentence() throws Exception {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");

    var seen = run(script(), Map.of(), "--version");

    assertThat(seen.exit).isEqualTo(2);
    assertThat(seen.err).hasLineCount(1).contains(jdk + " 不是 JDK 25");
  }

  private Path script() {
    return house.resolve("duixian");
  }

  private void build() throws IOException {
    var app = Files.createDirectories(house.resolve(".duixian", "cli"));
    Files.createFile(app.resolve("cli.jar"));
    Files.createFile(app.resolve("stamp"));
  }

  private static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Seen run(Path script, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    var out = folder.resolve("out");
    var err = folder.resolve("err");
    var process =
        new ProcessBuilder(Stream.concat(Stream.of(script.toString()), Stream.of(args)).toList())
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    var variables = new HashMap<>(environment);
    variables.put("DUIXIAN_JAVA_HOME", jdk.toString());
    variables.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    process.environment().clear();
    process.environment().putAll(variables);
    var exit = process.start().waitFor();
    return new Seen(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
