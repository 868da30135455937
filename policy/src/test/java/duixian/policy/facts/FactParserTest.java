package duixian.policy.facts;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.facts.text.Dictionary;
import duixian.policy.model.Field;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactParserTest {
  private static final Map<String, Field> FIELDS =
      Map.of(
          "金额", Samples.MONEY,
          "比例", Samples.RATIO,
          "数量", Samples.MONTHS,
          "人", Samples.PEOPLE,
          "面积", Samples.AREA,
          "单价", Samples.PRICE,
          "日期", Samples.DAY,
          "是否", Samples.STAFF,
          "类别", Samples.KIND);

  private final FactParser parser = new FactParser(new Dictionary());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "金额 | 1200万元 | 1200000000",
        "金额 | 1,234.50 | 123450",
        "金额 | １２００．５元 | 120050",
        "金额 | 1.5亿 | 15000000000",
        "金额 | 0.10 | 10",
        "金额 | 12.3400 | 1234",
        "金额 | -3 | -300",
        "金额 | 10000000000000 | 1000000000000000",
        "比例 | 95% | 950000",
        "比例 | 0.95 | 950000",
        "比例 | 1.2 | 1200000",
        "比例 | 1200% | 12000000",
        "数量 | 1.5亿 | 1500000000000",
        "数量 | 12个月 | 120000",
        "人 | 30人 | 30",
        "人 | 30 | 30",
        "面积 | 120.5平方米 | 12050",
        "单价 | 35元/平方米/月 | 3500",
        "是否 | 是 | 1",
        "是否 | TRUE | 1",
        "是否 | false | 0",
        "类别 | 市级平台 | 1",
        "类别 | '　标杆平台 ' | 0"
      })
  void readsWhatFilesAndLawsWrite(String kind, String text, long stored) {
    assertThat(parser.parse(field(kind), text)).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-05-06", "2023-5-6", "2023/5/6", "2023年5月6日"})
  void readsADayInEveryUsualForm(String text) {
    assertThat(parser.parse(Samples.DAY, text)).isEqualTo(LocalDate.of(2023, 5, 6).toEpochDay());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "金额 | 1.234 | 最多 2 位小数",
        "金额 | 1e7 | 不是金额",
        "金额 | NaN | 不是金额",
        "金额 | 1,23 | 不是金额",
        "金额 | 1200平方米 | 不是金额",
        "金额 | 10% | 不是金额",
        "金额 | 10000000000000.01 | 超出范围",
        "金额 | 99999999999999999999 | 超出范围",
        "比例 | 95 | 没有百分号",
        "比例 | 95元 | 不是比例",
        "比例 | 0.1234567 | 最多 6 位小数",
        "数量 | 12元 | 不是数量",
        "人 | 1.5 | 只能是整数",
        "人 | 30家 | 不是数量（人）",
        "人 | -1 | 不能小于零",
        "面积 | 10天 | 不是面积",
        "日期 | 2023-02-30 | 没有这一天",
        "日期 | 2023年5-6 | 不是日期",
        "日期 | 2023-05-06T00:00 | 不是日期",
        "日期 | 20230506 | 不是日期",
        "日期 | 0001-01-01 | 年份超出范围",
        "是否 | 1 | 请写成 是 或 否",
        "类别 | 标杆平合 | 是不是“标杆平台”"
      })
  void refusesWhatItWouldHaveToGuess(String kind, String text, String why) {
    assertThat(parser.parse(field(kind), text)).isEqualTo(FactParser.INVALID);
    assertThat(parser.complaint()).contains(text).contains(why);
  }

  @Test
  void aBlankIsNoFact() {
    assertThat(parser.parse(Samples.MONEY, " 　")).isEqualTo(Table.MISSING);
  }

  private static Field field(String kind) {
    return Objects.requireNonNull(FIELDS.get(kind));
  }
}
