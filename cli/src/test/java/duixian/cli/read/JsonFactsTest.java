package duixian.cli.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFactsTest {
  @TempDir Path folder;

  @Test
  void readsNumbersFlagsWordsAndDaysAsTheLawMeansThem() throws IOException {
    var facts =
        Samples.facts(
            file(
                """
                {"企业项目": [{"标识": "X1", "平台": "P1", "类型": "数字化车间", "验收日期": "2023-05-06",
                               "覆盖率": 0.95, "培训人数": 30, "应用企业": "E1"}],
                 "平台": [{"标识": "P1", "实缴注册资金": 8000000.10, "人员已到位": true},
                          {"标识": "P2", "实缴注册资金": "1200万元", "人员已到位": null}]}
                """));
    var platforms = facts.table(Samples.PLATFORM);
    var projects = facts.table(Samples.PROJECT);

    assertThat(platforms.column(Samples.CAPITAL)).containsExactly(800_000_010L, 1_200_000_000L);
    assertThat(platforms.column(Samples.STAFF)).containsExactly(1L, Long.MIN_VALUE);
    assertThat(projects.value(Samples.KIND, 0)).isEqualTo(1);
    assertThat(projects.value(Samples.SHARE, 0)).isEqualTo(950_000);
    assertThat(projects.parent(0)).isZero();
    assertThat(projects.origin(0)).isEqualTo("事实.json 企业项目 第1条");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | 事实.json：最外层应是一个对象",
        "{ | 事实.json：第 1 行处文件突然结束",
        "{\"平台\": [{\"标识\": \"P1\",}]} | 不是合法的 JSON",
        "{\"平台\": {}} | 事实.json 平台：应是记录的数组",
        "{\"平台\": [1]} | 事实.json 平台：第1条不是对象",
        "{\"平台\": [], \"平台\": []} | 事实.json 平台：主体“平台”出现了两次",
        "{\"平合\": []} | 事实.json 平合：政策没有主体“平合”；是不是“平台”",
        "{\"平台\": [{\"标识\": \"P1\", \"标识\": \"P2\"}]} | 字段 标识：在一条记录里写了两次",
        "{\"平台\": [{\"标识\": 1}]} | 字段 标识：写成了数字 1",
        "{\"平台\": [{\"标识\": \"P1\", \"实缴资金\": 1}]} | 是不是“实缴注册资金”",
        "{\"平台\": [{\"标识\": \"P1\", \"实缴注册资金\": [1]}]} | 字段 实缴注册资金：写成了数组",
        "{\"平台\": [{\"标识\": \"P1\", \"实缴注册资金\": NaN}]} | 不是合法的 JSON",
        "{\"平台\": [{\"标识\": \"P1\", \"实缴注册资金\": 1e999999999}]} | “1E+999999999”不是金额",
        "{\"平台\": [{\"标识\": \"P1\", \"实缴注册资金\": 0.001}]} | 最多 2 位小数",
        "{\"平台\": [{\"标识\": \"P1\", \"人员已到位\": 1}]} | 请写成 true 或 false",
        "{} {} | 对象结束后还有内容"
      })
  void refusesInOneSentence(String json, String sentence) throws IOException {
    assertThat(Samples.complaints(file(json))).hasSize(1).first().asString().contains(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void anEmptyFileSaysWhatShouldBeInIt(String json) throws IOException {
    assertThat(Samples.complaints(file(json))).singleElement().asString().contains("是空文件");
  }

  @Test
  void anotherEncodingIsNamed() throws IOException {
    var file = folder.resolve("事实.json");
    Files.write(file, "{\"平台\": [{\"标识\": \"中山\"}]}".getBytes(Charset.forName("GBK")));

    assertThat(Samples.complaints(file)).singleElement().asString().contains("不是 UTF-8 编码");
  }

  @Test
  void deepNestingStopsAtOnce() throws IOException {
    var deep = file("{\"平台\": [{\"标识\": \"P1\", \"未知\": " + "[".repeat(100_000));

    assertThat(Samples.complaints(deep)).hasSize(2).last().asString().contains("太深的嵌套");
  }

  @Test
  void aTextOfAMillionCharactersStopsAtOnce() throws IOException {
    var wide = file("{\"平台\": [{\"标识\": \"" + "长".repeat(1_000_000));

    assertThat(Samples.complaints(wide)).singleElement().asString().contains("太长的文字");
  }

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("事实.json"), json, UTF_8);
  }
}
