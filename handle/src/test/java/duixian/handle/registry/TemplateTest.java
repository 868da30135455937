package duixian.handle.registry;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.format.Format;
import duixian.handle.registry.Template.Field;
import duixian.handle.registry.Template.Kind;
import duixian.handle.value.HandleValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private final Template gear =
      new Template(
          "gear",
          "1.0",
          List.of(
              new Field(2000, "name", Kind.TEXT, true, 1, 5),
              new Field(2001, "made", Kind.DATE, false, 0, 10)),
          null);

  @Test
  void aWholeIdentifierHasNoComplaint() {
    assertThat(gear.complaints(List.of(name("齿轮"), HandleValue.of(2001, "made", "2024-05-01"))))
        .isEmpty();
  }

  @Test
  void eachWrongValueIsNamedWithItsIndex() {
    var values = List.of(HandleValue.of(2001, "date", "May 1"), HandleValue.of(2002, "x", "y"));

    assertThat(gear.complaints(values))
        .anySatisfy(each -> assertThat(each).contains("缺少必填的 name", "2000"))
        .anySatisfy(each -> assertThat(each).contains("2001", "类型写成了 date"))
        .anySatisfy(each -> assertThat(each).contains("须为日期", "May 1"))
        .anySatisfy(each -> assertThat(each).contains("索引 2002"));
  }

  @Test
  void lengthsAreInCharactersNotBytes() {
    assertThat(gear.complaints(List.of(name("一二三四五")))).isEmpty();
    assertThat(gear.complaints(List.of(name("一二三四五六")))).hasSize(1);
  }

  @Test
  void bytesThatAreNoTextAreNoDate() {
    var bytes = HandleValue.of(2001, "made", new byte[] {(byte) 0xff});

    assertThat(gear.complaints(List.of(name("齿轮"), bytes))).hasSize(1);
  }

  @Test
  void aTemplateComesBackFromItsRow() {
    assertThat(Template.read(gear.toBytes())).isEqualTo(gear);
  }

  @ParameterizedTest
  @CsvSource({
    "88.118.8/(01)06901234567892(21)A1, ",
    "88.118.8/(01)06901234567893(21)A1, 校验码应为 2",
    "88.118.8/SN001, 要求前缀后为 GS1 编码",
  })
  void aTemplateMayAskForCodesWithCheckDigits(String written, @Nullable String wrong) {
    var coded = new Template("gs1", "1.0", List.of(), Format.GS1);
    var complaint = coded.complaint(Objects.requireNonNull(Identifier.parse(written)));

    assertThat(Template.read(coded.toBytes())).isEqualTo(coded);
    assertThat(Objects.toString(complaint, "")).contains(Objects.toString(wrong, ""));
    assertThat(complaint == null).isEqualTo(wrong == null);
  }

  private static HandleValue name(String text) {
    return HandleValue.of(2000, "name", text);
  }
}
