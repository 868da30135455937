package duixian.policy.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactsBuilderTest {
  private final FactsBuilder builder = Samples.builder();

  @Test
  void aChildFindsAParentThatIsReadLater() {
    var leases = table("租约");
    record(leases, 2, Map.of("标识", "Z1", "平台", "P2", "年度", "2022", "租户", "E7"));
    var platforms = table("平台");
    record(platforms, 2, Map.of("标识", "P1", "实缴注册资金", "800万元"));
    record(platforms, 3, Map.of("标识", "P2"));

    var facts = Objects.requireNonNull(builder.build());
    var lease = facts.table(Samples.LEASE);

    assertThat(lease.parent(0)).isEqualTo(1);
    assertThat(lease.year(0)).isEqualTo(2022);
    assertThat(facts.text(lease.value(Samples.TENANT, 0))).isEqualTo("E7");
    assertThat(lease.value(Samples.AREA, 0)).isEqualTo(Table.MISSING);
    assertThat(lease.origin(0)).isEqualTo("租约.csv:2");
    assertThat(facts.table(Samples.PLATFORM).value(Samples.MONEY, 0)).isEqualTo(800_000_000L);
    assertThat(facts.size()).isEqualTo(3);
  }

  @Test
  void aPolicyWithoutRecordsHasEmptyTables() {
    var facts = Objects.requireNonNull(builder.build());

    assertThat(facts.tables()).extracting(Table::size).containsExactly(0, 0);
  }

  @Test
  void numbersAndFlagsKeepTheirType() {
    var platforms = table("平台");
    platforms.begin(1);
    platforms.text(platforms.slot("标识"), "P1");
    platforms.number(platforms.slot("实缴注册资金"), new BigDecimal("1.2E+7"));
    platforms.number(platforms.slot("覆盖率"), new BigDecimal("0.950"));
    platforms.flag(platforms.slot("人员已到位"), true);
    platforms.end();
    var table = Objects.requireNonNull(builder.build()).table(Samples.PLATFORM);

    assertThat(table.value(Samples.MONEY, 0)).isEqualTo(1_200_000_000L);
    assertThat(table.value(Samples.RATIO, 0)).isEqualTo(950_000);
    assertThat(table.value(Samples.STAFF, 0)).isEqualTo(1);
  }

  @Test
  void aValueOfAnotherTypeIsNamed() {
    var platforms = table("平台");
    platforms.begin(3);
    platforms.text(platforms.slot("标识"), "P1");
    platforms.flag(platforms.slot("实缴注册资金"), true);
    platforms.number(platforms.slot("人员已到位"), BigDecimal.ONE);
    platforms.number(platforms.slot("验收日期"), new BigDecimal("20230506"));
    platforms.refuse(platforms.slot("类别"), "数组");
    platforms.end();

    assertComplaints(
        "平台.csv 记录 P1（第3行） 字段 实缴注册资金：写成了 true；金额请写成 12000000.00 或 1200万元",
        "平台.csv 记录 P1（第3行） 字段 人员已到位：写成了数字 1；请写成 true 或 false",
        "平台.csv 记录 P1（第3行） 字段 验收日期：写成了数字 20230506；日期请写成 \"2023-05-06\"",
        "平台.csv 记录 P1（第3行） 字段 类别：写成了数组；请从 标杆平台、市级平台 中选一个");
  }

  @Test
  void aNumberTooLongToWriteOutIsRefusedQuickly() {
    var platforms = table("平台");
    platforms.begin(1);
    platforms.text(platforms.slot("标识"), "P1");
    platforms.number(platforms.slot("实缴注册资金"), new BigDecimal("1e1000000000"));
    platforms.end();

    assertThat(builder.build()).isNull();
    assertThat(builder.problems().first()).hasSize(1);
  }

  @Test
  void aRecordWithoutItsKeysIsNamedByItsPlace() {
    record(table("租约"), 5, Map.of("租户", "E7"));

    assertComplaints(
        "租约.csv 记录 （第5行） 字段 标识：缺标识；每条记录都要有一个",
        "租约.csv 记录 （第5行） 字段 平台：没有写它属于哪个平台；请填平台的标识",
        "租约.csv 记录 （第5行） 字段 年度：缺年度；请填四位数字，如 2023");
  }

  @Test
  void aDuplicateAndADanglingParentAreNamed() {
    var leases = table("租约");
    record(leases, 2, Map.of("标识", "Z1", "平台", "P9", "年度", "2022"));
    record(leases, 3, Map.of("标识", "Z1", "平台", "P9", "年度", "2023"));

    assertComplaints(
        "租约.csv 记录 Z1（第3行） 字段 标识：标识“Z1”重复，第2行已经用过；同一主体的标识不能相同",
        "租约.csv 记录 Z1（第2行） 字段 平台：平台“P9”不存在；请核对标识，或补上这条平台");
  }

  @Test
  void anUnknownNameComesWithTheNearestKnownOne() {
    table("平台").slot("实缴资金");
    open("平合");
    table("租约").slot("年份");
    open("平台");

    assertComplaints(
        "平台.csv 字段 实缴资金：主体“平台”没有字段“实缴资金”；是不是“实缴注册资金”",
        "平合.csv：政策没有主体“平合”；是不是“平台”",
        "租约.csv 字段 年份：主体“租约”没有字段“年份”；是不是“年度”",
        "平台.csv：主体“平台”出现了两次；请合并成一处");
  }

  @Test
  void anEntityThatIsNotYearlyHasNoYear() {
    table("平台").slot("年度");

    assertComplaints("平台.csv 字段 年度：主体“平台”不是逐年的，没有年度；请删去");
  }

  @Test
  void aKeyWrittenTwiceIsRefused() {
    var platforms = table("平台");
    platforms.begin(2);
    platforms.text(platforms.slot("标识"), "P1");
    platforms.text(platforms.slot("标识"), "P2");
    platforms.end();

    assertComplaints("平台.csv 记录 P1（第2行） 字段 标识：在一条记录里写了两次；请只留一个");
  }

  @Test
  void manyProblemsAreCountedAndTheFirstTwentyShown() {
    var platforms = table("平台");
    IntStream.range(0, 1000).forEach(i -> record(platforms, i + 2, Map.of("标识", "P1")));

    assertThat(builder.build()).isNull();
    assertThat(builder.problems().count()).isEqualTo(999);
    assertThat(builder.problems().lines()).hasSize(21).last().isEqualTo("……共 999 处错误，以上是前 20 处。");
  }

  private void assertComplaints(String... lines) {
    assertThat(builder.build()).isNull();
    assertThat(builder.problems().lines()).containsExactly(lines);
  }

  private TableBuilder table(String name) {
    return Objects.requireNonNull(open(name));
  }

  private @Nullable TableBuilder open(String name) {
    return builder.table(name, Origin.lines(name + ".csv"));
  }

  private static void record(TableBuilder table, int line, Map<String, String> values) {
    table.begin(line);
    values.forEach((key, value) -> table.text(table.slot(key), value));
    table.end();
  }
}
