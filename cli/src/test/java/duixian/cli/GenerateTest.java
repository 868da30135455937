package duixian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GenerateTest {
  private static final List<String> UNDETERMINED = List.of("CIO培训奖励", "园区基础设施补助");

  @TempDir Path folder;

  @Test
  void theExampleIsWhatTheGeneratorWrites() throws IOException {
    var seen = Desk.run("generate", "--out", folder);

    assertThat(seen.exit()).isZero();
    assertThat(contents(folder)).isEqualTo(contents(Desk.CITY));
  }

  @Test
  void theSeedDecidesAndTheReadmeSaysThatItIsMadeUp() throws IOException {
    Desk.run("generate", "--out", folder.resolve("a"), "--seed", 1, "--enterprises", 50);
    Desk.run("generate", "--out", folder.resolve("b"), "--seed", 1, "--enterprises", 50);
    Desk.run("generate", "--out", folder.resolve("c"), "--seed", 2, "--enterprises", 50);

    assertThat(contents(folder.resolve("a"))).isEqualTo(contents(folder.resolve("b")));
    assertThat(contents(folder.resolve("a"))).isNotEqualTo(contents(folder.resolve("c")));
    assertThat(folder.resolve("a").resolve("README.md"))
        .content()
        .contains("程序编造", "--platforms 13 --enterprises 50 --seed 1");
  }

  @Test
  void theCityPaysAndRefusesEverythingThatThePolicyKnows() throws IOException {
    var csv = folder.resolve("结果.csv");
    var seen = Desk.run("assess", Desk.ZHONGSHAN, Desk.CITY, "--as-of", "2025-12-31", "--csv", csv);
    assertThat(seen.exit()).isZero();
    var states = new TreeMap<String, String>();
    for (var line : Files.readAllLines(csv).stream().skip(1).toList()) {
      var cells = line.split(",", -1);
      states.merge(cells[0], cells[5], (all, state) -> all.contains(state) ? all : all + state);
    }

    assertThat(states).hasSize(22);
    assertThat(states)
        .allSatisfy((award, seenStates) ->
            assertThat(seenStates).contains(UNDETERMINED.contains(award) ? "待定" : "可兑现"));
    assertThat(states.values().stream().filter(all -> all.contains("不符合"))).hasSizeGreaterThan(18);
    assertThat(states.values().stream().filter(all -> all.contains("缺事实"))).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @MethodSource
  void everyLimitBites(String limit) {
    var seen = Desk.run("assess", Desk.ZHONGSHAN, Desk.CITY, "--as-of", "2025-12-31");

    assertThat(seen.out().split("缺事实（", -1)[0]).contains("\n" + limit);
  }

  static Stream<Arguments> everyLimitBites() {
    return Stream.of(
            "四款年度总额", "租金年度总额", "APP年度总额", "软件年度总额", "节点各级财政资助总额", "企业项目各级财政资助总额", "平台落地奖励的上限")
        .map(limit -> arguments(limit));
  }

  @ParameterizedTest
  @MethodSource
  void anImpossibleCityIsMisuse(String option, Object value, String sentence) throws IOException {
    Files.writeString(folder.resolve("文件"), "");
    var seen = Desk.run("generate", option, value);

    assertThat(seen.exit()).isEqualTo(2);
    assertThat(seen.err()).contains(sentence);
  }

  static Stream<Arguments> anImpossibleCityIsMisuse() {
    return Stream.of(
        arguments("--platforms", 0, "--platforms 应在 1 到 99 之间"),
        arguments("--enterprises", -1, "--enterprises 应在 1 到 5000000 之间"),
        arguments("--seed", "七", "选项 --seed 不能是「七」"));
  }

  @Test
  void aSmallCityStillHasEveryFile() throws IOException {
    var seen = Desk.run("generate", "--platforms", 1, "--enterprises", 1, "--out", folder);

    assertThat(seen.exit()).isZero();
    assertThat(Desk.run("assess", Desk.ZHONGSHAN, folder).exit()).isZero();
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    var contents = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        contents.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return contents;
  }
}
