package duixian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessTest {
  private static final String ROWS =
      """
      {"奖补": "落户奖励", "条款": "二", "对象": "P1", "平台": "P1", "年度": 2025, "状态": "可兑现", \
      "额度": 6000000.00, "核定上限": 1899999.99, "封顶": [{"限额": "上限 200万元 每 平台", "削减": 4000000.00}, \
      {"限额": "年度总额", "削减": 100000.01}]},
      {"奖补": "落户奖励", "条款": "二", "对象": "P2", "平台": "P2", "年度": 2025, "状态": "不符合", \
      "额度": 0.00, "核定上限": 0.00, "封顶": [], "原因": ["不符合「已落户」：已落户为否"]},
      {"奖补": "落户奖励", "条款": "二", "对象": "=P3", "平台": "=P3", "年度": 2025, "状态": "缺事实", \
      "额度": null, "核定上限": null, "封顶": [], "缺": [{"事实": "平台 =P3 的 实缴资本", "说明": "未填报"}], \
      "可能": {"最低": 0.00, "最高": 2000000.00}},
      {"奖补": "项目奖励", "条款": "三", "对象": "X1", "平台": "P1", "年度": 2025, "状态": "可兑现", \
      "额度": 600000.01, "核定上限": 600000.01, "封顶": []},
      {"奖补": "培训奖励", "条款": "四", "对象": "C1", "平台": "P1", "年度": 2025, "状态": "待定", \
      "额度": null, "核定上限": null, "封顶": [], "待定": ["每人奖励多少（由市工信局确定）"]}
      ],
      """;

  @TempDir Path folder;
  private Desk desk;
  private Path facts;

  @BeforeEach
  void setUp() throws IOException {
    desk = new Desk(folder);
    facts = desk.facts();
  }

  @Test
  void jsonHasARowPerLineWithKeysInTheirOrder() {
    var seen = Desk.run("assess", Desk.POLICY, facts, "--json", "--as-of", "2025-12-31");

    assertThat(seen.exit()).isZero();
    assertThat(seen.err()).isEmpty();
    assertThat(seen.out())
        .startsWith("{\"政策\": \"落户办法\", \"版本\": \"")
        .contains("\"认定日\": \"2025-12-31\", \"解释点\": {\"总额分配\": \"先到先得\"}, \"结果\": [\n" + ROWS)
        .contains("\"回执\": {")
        .endsWith("}}\n");
  }

  @Test
  void peopleSeeSumsCutsLacksAndReadings() {
    var seen = Desk.run("assess", Desk.POLICY, facts, "--as-of", "2025-12-31");

    assertThat(seen.out())
        .contains(
            """
            奖补      条款  可兑现  不符合  缺事实  待定  额度（万元）  核定上限（万元）
            落户奖励  二         1       1       1     0        600.00            190.00
            项目奖励  三         1       0       0     0         60.00             60.00
            培训奖励  四         0       0       0     1          0.00              0.00
            合计                 2       1       1     1        660.00            250.00
            """)
        .contains("落户奖励的上限 200万元 每 平台   1        400.00")
        .contains("落户奖励 =P3 2025年：缺 平台 =P3 的 实缴资本；补齐后可能在 0元 到 200万元 之间")
        .contains("每人奖励多少（由市工信局确定）（1 行）")
        .contains("总额分配：先到先得  〔先到先得 | 按比例〕")
        .doesNotContain("\u001B");
  }

  @Test
  void anObjectIsExplainedBesideTheRest() {
    var seen = Desk.run("assess", Desk.POLICY, facts, "--explain", "X1", "--json");

    assertThat(seen.out()).contains("\"依据\": {\"项\": \"项目奖励：项目 X1\"").containsOnlyOnce("\"依据\"");
  }

  @Test
  void withoutADayItIsTodayAndNeverAfterTheEnd() {
    assertThat(Desk.run("assess", Desk.POLICY, facts).err()).contains("取今天 2025-06-30");
    assertThat(Desk.run("assess", Desk.POLICY, facts).out()).contains("认定日 2025-06-30");
  }

  @Test
  void aReadingChangesTheRunAndIsShown() {
    var seen = Desk.run("assess", Desk.POLICY, facts, "--reading", "总额分配=按比例");

    assertThat(seen.exit()).isZero();
    assertThat(seen.out()).contains("总额分配：按比例（本次改选；政策采用 先到先得）");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"总额分=按比例 | 是不是“总额分配”", "总额分配=随便 | 可选 先到先得、按比例", "总额分配 | 选项 --reading 不能是"})
  void aReadingThatIsNoneIsMisuse(String reading, String sentence) {
    var seen = Desk.run("assess", Desk.POLICY, facts, "--reading", reading);

    assertThat(seen.exit()).isEqualTo(2);
    assertThat(seen.err()).contains(sentence);
    assertThat(seen.out()).isEmpty();
  }

  @Test
  void filesHoldEveryRowAndNoFormula() throws IOException {
    var csv = folder.resolve("结果.csv");
    var xlsx = folder.resolve("结果.xlsx");
    var seen =
        Desk.run(
            "assess", Desk.POLICY, facts, "--as-of", "2025-12-31", "--csv", csv, "--xlsx", xlsx);

    assertThat(seen.exit()).isZero();
    assertThat(Files.readString(csv))
        .startsWith("\uFEFF奖补,条款,对象,平台,年度,状态,额度,核定上限,封顶,说明\r\n")
        .contains("落户奖励,二,'=P3,'=P3,2025,缺事实,,,,")
        .contains("项目奖励,三,X1,P1,2025,可兑现,600000.01,600000.01,,\r\n")
        .hasLineCount(6);
    try (var book = new ReadableWorkbook(xlsx.toFile())) {
      var rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(6);
      assertThat(rows.get(1).getCellAsNumber(7).orElseThrow()).isEqualByComparingTo("1899999.99");
      assertThat(rows.get(3).getCellText(2)).isEqualTo("'=P3");
      assertThat(book.getSheets().map(sheet -> sheet.getName())).containsExactly("结果", "说明");
    }
  }

  @Test
  void wrongFactsWriteNothing() throws IOException {
    var wrong = desk.file("错.json", "{\"平台\": [{\"标识\": \"P1\", \"实缴资金\": 1}]}");
    var csv = folder.resolve("结果.csv");
    var seen = Desk.run("assess", Desk.POLICY, wrong, "--csv", csv);

    assertThat(seen.exit()).isEqualTo(1);
    assertThat(seen.out()).isEmpty();
    assertThat(seen.err())
        .isEqualToIgnoringNewLines("错.json 平台 字段 实缴资金：主体“平台”没有字段“实缴资金”；是不是“实缴资本”");
    assertThat(csv).doesNotExist();
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aMissingFileOfFactsIsOneSentence() {
    var seen = Desk.run("assess", Desk.POLICY, folder.resolve("没有.json"));

    assertThat(seen.exit()).isEqualTo(1);
    assertThat(seen.err()).hasLineCount(1).startsWith("没有这个文件或文件夹：");
  }

  @Test
  void anOutputThatCannotBeAFileIsRefusedBeforeAnyWork() {
    assertThat(Desk.run("assess", Desk.POLICY, facts, "--csv", folder))
        .satisfies(seen -> assertThat(seen.exit()).isEqualTo(2))
        .satisfies(seen -> assertThat(seen.err()).contains("是文件夹"));
    assertThat(Desk.run("assess", Desk.POLICY, facts, "--xlsx", folder.resolve("无").resolve("a")))
        .satisfies(seen -> assertThat(seen.exit()).isEqualTo(2))
        .satisfies(seen -> assertThat(seen.err()).contains("文件夹不存在"));
  }

  @Test
  void theExampleCityIsAssessed() {
    var seen = Desk.run("assess", Desk.ZHONGSHAN, Desk.CITY, "--as-of", "2025-12-31");

    assertThat(seen.exit()).isZero();
    assertThat(seen.out()).contains("企业项目 3761").contains("四款年度总额").contains("数字化转型企业");
  }
}
