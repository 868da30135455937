package duixian.cli.read;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.facts.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelFactsTest {
  @TempDir Path folder;

  @Test
  void readsMoneyDaysSharesAndFlagsAsTheyAreShown() throws IOException {
    var path =
        workbook(book -> {
          var platforms = sheet(book, "平台", "标识", "实缴注册资金", "人员已到位");
          platforms.value(1, 0, 1001);
          platforms.value(1, 1, 0.1 + 0.2);
          platforms.value(1, 2, true);
          platforms.value(3, 0, "P2");
          platforms.value(3, 1, "1200万元");
          platforms.value(3, 2, "否");
          var projects = sheet(book, "企业项目", "标识", "平台", "验收日期", "覆盖率", "培训人数");
          projects.value(1, 0, "X1");
          projects.value(1, 1, 1001);
          projects.value(1, 2, LocalDate.of(2023, 5, 6));
          projects.style(1, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
          projects.value(1, 3, 0.955);
          projects.style(1, 3).format("0.0%").set();
          projects.value(1, 4, 30);
          book.newWorksheet("Sheet3");
        });
    var facts = Samples.facts(path);
    var platforms = facts.table(Samples.PLATFORM);
    var projects = facts.table(Samples.PROJECT);

    assertThat(platforms.id(0)).isEqualTo("1001");
    assertThat(platforms.column(Samples.CAPITAL)).containsExactly(30L, 1_200_000_000L);
    assertThat(platforms.column(Samples.STAFF)).containsExactly(1L, 0L);
    assertThat(platforms.origin(1)).isEqualTo("事实.xlsx 平台 第4行");
    assertThat(projects.parent(0)).isZero();
    assertThat(projects.value(Samples.DAY, 0)).isEqualTo(LocalDate.of(2023, 5, 6).toEpochDay());
    assertThat(projects.value(Samples.SHARE, 0)).isEqualTo(955_000);
    assertThat(projects.value(Samples.PEOPLE, 0)).isEqualTo(30);
    assertThat(projects.value(Samples.KIND, 0)).isEqualTo(Table.MISSING);
  }

  @Test
  void aCellOfAnotherTypeIsNamedWithItsRow() throws IOException {
    var path =
        workbook(book -> {
          var platforms = sheet(book, "平台", "标识", "实缴注册资金", "人员已到位");
          platforms.value(1, 0, "P1");
          platforms.value(1, 1, LocalDate.of(2023, 5, 6));
          platforms.style(1, 1).format("yyyy-mm-dd").set();
          platforms.value(1, 2, 1);
          platforms.value(1, 3, "备注");
        });

    assertThat(Samples.complaints(path))
        .containsExactly(
            "事实.xlsx 平台 记录 P1（第2行） 字段 实缴注册资金：写成了日期 2023-05-06；金额请写成 12000000.00 或 1200万元",
            "事实.xlsx 平台 记录 P1（第2行） 字段 人员已到位：写成了数字 1；请写成 true 或 false",
            "事实.xlsx 平台 记录 P1（第2行）：D 列没有名字却有内容；请在表头写上字段名，或清空");
  }

  @Test
  void aPlainNumberIsNoDay() throws IOException {
    var path =
        workbook(book -> {
          sheet(book, "平台", "标识").value(1, 0, "P1");
          var projects = sheet(book, "企业项目", "标识", "平台", "验收日期");
          projects.value(1, 0, "X1");
          projects.value(1, 1, "P1");
          projects.value(1, 2, 45052);
        });

    assertThat(Samples.complaints(path)).singleElement().asString().contains("写成了数字 45052");
  }

  @Test
  void anUnknownSheetIsNamed() throws IOException {
    var path = workbook(book -> sheet(book, "平合", "标识"));

    assertThat(Samples.complaints(path)).singleElement().asString().contains("是不是“平台”");
  }

  @Test
  void otherFilesAreNoWorkbook() throws IOException {
    var old =
        Files.write(
            folder.resolve("旧.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
    var text = Files.writeString(folder.resolve("文字.xlsx"), "不是表格");
    var cut = folder.resolve("残缺.xlsx");
    var whole = Files.readAllBytes(workbook(book -> sheet(book, "平台", "标识")));
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));

    assertThat(Samples.complaints(old)).singleElement().asString().contains("另存为不加密的 .xlsx");
    assertThat(Samples.complaints(text)).singleElement().asString().contains("不是 .xlsx 表格");
    assertThat(Samples.complaints(cut)).singleElement().asString().contains("已经损坏");
  }

  @Test
  void aZipOfSomethingElseIsNoWorkbook() throws IOException {
    var path = folder.resolve("事实.xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.putNextEntry(new ZipEntry("别的.txt"));
      zip.write(1);
    }

    assertThat(Samples.complaints(path)).singleElement().asString().contains("不是完整的 .xlsx 表格");
  }

  @Test
  void aZipBombIsNotUnpacked() throws IOException {
    var path = folder.resolve("事实.xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      var rows = "<c/>".repeat(1 << 18).getBytes(US_ASCII);
      for (int i = 0; i < 100; i++) {
        zip.write(rows);
      }
    }

    assertThat(Samples.complaints(path)).singleElement().asString().contains("压缩炸弹");
  }

  private Path workbook(Consumer<Workbook> fill) throws IOException {
    var path = folder.resolve("事实.xlsx");
    try (var out = Files.newOutputStream(path);
        var book = new Workbook(out, "duixian", "1.0")) {
      fill.accept(book);
    }
    return path;
  }

  private static Worksheet sheet(Workbook book, String name, String... header) {
    var sheet = book.newWorksheet(name);
    for (int i = 0; i < header.length; i++) {
      sheet.value(0, i, header[i]);
    }
    return sheet;
  }
}
