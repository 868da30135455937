package duixian.cli.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duixian.policy.facts.Table;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFolderTest {
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsEveryKindOfLineEndAndQuote(String newline) throws IOException {
    write(
        "平台",
        String.join(
            newline,
            "\uFEFF标识,实缴注册资金,人员已到位",
            "\"P,1\",\"1,234.50\",是",
            "",
            "\"P\"\"2\"\"\",1200万元,",
            ",,"));
    var table = Samples.facts(folder).table(Samples.PLATFORM);

    assertThat(table.size()).isEqualTo(2);
    assertThat(table.id(0)).isEqualTo("P,1");
    assertThat(table.id(1)).isEqualTo("P\"2\"");
    assertThat(table.column(Samples.CAPITAL)).containsExactly(123_450L, 1_200_000_000L);
    assertThat(table.column(Samples.STAFF)).containsExactly(1L, Table.MISSING);
    assertThat(table.origin(1)).isEqualTo("平台.csv:4");
  }

  @Test
  void aQuotedNewlineCountsAsALine() throws IOException {
    write("平台", "标识,实缴注册资金\nP1,\"\n\"\nP1,1\n");

    assertThat(Samples.complaints(folder))
        .containsExactly("平台.csv 记录 P1（第4行） 字段 标识：标识“P1”重复，第2行已经用过；同一主体的标识不能相同");
  }

  @Test
  void recordsLongerThanTheBufferKeepTheirCells() throws IOException {
    var pad = " ".repeat(70_000);
    write("平台", "标识,实缴注册资金\n" + "P1," + pad + "1\n" + pad + "P2," + pad + "\"2\"".strip() + "\n");

    assertThat(Samples.complaints(folder)).singleElement().asString().contains("不是金额");
  }

  @Test
  void aChildAndAYearlyRecordFindTheirPlatform() throws IOException {
    write("平台", "标识\nP1\n");
    write("企业项目", "标识,平台,类型,验收日期,覆盖率\nX1,P1,数字化车间,2023/5/6,95%\n");
    write("生产共享平台", "标识,平台,年度,年收入\nS1,P1,2022,2000万元\n");
    var facts = Samples.facts(folder);

    assertThat(facts.table(Samples.PROJECT).parent(0)).isZero();
    assertThat(facts.table(Samples.REVENUE).year(0)).isEqualTo(2022);
  }

  @Test
  void otherFilesInTheFolderAreLeftAlone() throws IOException {
    write("平台", "标识\nP1\n");
    Files.writeString(folder.resolve("README.md"), "说明");
    Files.writeString(folder.resolve(".隐藏.csv"), "x");

    assertThat(Samples.facts(folder).size()).isEqualTo(1);
  }

  @Test
  void anEmptyFolderAndAnEmptyFileSayWhatBelongsThere() throws IOException {
    assertThat(Samples.complaints(folder)).singleElement().asString().contains("没有 .csv 文件");
    write("平台", "");
    assertThat(Samples.complaints(folder)).singleElement().asString().contains("是空文件");
  }

  @Test
  void aMissingFolderIsAnIoException() {
    assertThatThrownBy(() -> Samples.facts(folder.resolve("没有")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aSingleCsvIsNoFolder() throws IOException {
    write("平台", "标识\nP1\n");

    assertThat(Samples.complaints(folder.resolve("平台.csv")))
        .singleElement()
        .asString()
        .contains("请给出它所在的文件夹");
  }

  @Test
  void anotherEncodingIsNamed() throws IOException {
    Files.write(folder.resolve("平台.csv"), "标识,名称\nP1,中山\n".getBytes(GBK));

    assertThat(Samples.complaints(folder))
        .containsExactly("平台.csv：不是 UTF-8 编码（可能是 GBK）；请在 Excel 里另存为“CSV UTF-8”");
  }

  @Test
  void aLineWithoutEndIsRefusedInBoundedMemory() throws IOException {
    write("平台", "标识\n" + "P".repeat(3_000_000));

    assertThat(Samples.complaints(folder))
        .containsExactly("平台.csv：第 2 行起的一条记录超过 1048576 个字符；请核对引号和换行");
  }

  @Test
  void brokenQuotesAndWrongCountsNameTheLine() throws IOException {
    write("平台", "标识,实缴注册资金\nP1,\"1\"2\n");
    assertThat(Samples.complaints(folder)).singleElement().asString().contains("第 2 行的右引号后面");
    write("平台", "标识,实缴注册资金\nP1,\"1\n");
    assertThat(Samples.complaints(folder)).singleElement().asString().contains("第 2 行起的引号没有结束");
    write("平台", "标识,实缴注册资金\nP1,1,234\n");
    assertThat(Samples.complaints(folder))
        .singleElement()
        .asString()
        .contains("第 2 行有 3 格，表头有 2 格");
    write("平台", "标识;实缴注册资金\nP1;1\n");
    assertThat(Samples.complaints(folder)).singleElement().asString().contains("不是用英文逗号隔开");
    write("平台", "标识,标识\nP1,P2\n");
    assertThat(Samples.complaints(folder)).singleElement().asString().contains("“标识”出现了两次");
    write("平台", "标识,\nP1,备注\n");
    assertThat(Samples.complaints(folder)).singleElement().asString().contains("第 2 列没有名字却有内容");
  }

  private void write(String entity, String csv) throws IOException {
    Files.writeString(folder.resolve(entity + ".csv"), csv, UTF_8);
  }
}
