package duixian.handle.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "88.118.8/SN1",
        "VAA88.118.8/SN1",
        "VAA088.118.8/SN1",
        "vaa088.118.8/SN1",
        "VAA0881188/SN1",
        "VAA088118008/SN1"
      })
  void everyWrittenFormOfAVaaIsTheSameIdentifier(String written) {
    assertThat(Reading.of(written))
        .isInstanceOfSatisfying(
            Reading.Sound.class,
            sound -> {
              assertThat(sound.format()).isEqualTo(Format.VAA);
              assertThat(sound.canonical()).isEqualTo("88.118.8/SN1");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "86.1000.22/a/b, HANDLE",
    "10.1000/182, HANDLE",
    "1.2.156.3001.1, OID",
    "OID.2.16.156.101339/x, OID",
    "urn:oid:1.2.156, OID",
    "Ecode:1001234567890123456789012, ECODE",
    "(01)06901234567892(21)A1, GS1",
    "(00)106141411234567897, GS1",
    "https://id.gs1.org/01/9506000134352/21/A1?x=1, GS1",
  })
  void knowsWhichSystemItIs(String written, Format format) {
    assertThat(Reading.of(written))
        .isInstanceOfSatisfying(
            Reading.Sound.class, sound -> assertThat(sound.format()).isEqualTo(format));
  }

  @ParameterizedTest
  @CsvSource({
    "(01)06901234567891, 校验码应为 2，这里是 1",
    "(01)6901234567892, 须为 14 位数字",
    "(01)06901234567892x(21, GS1 须为",
    "1.40.1.1, 第二段须为 0 至 39",
    "OID.1.02.156, 不带前导零",
    "Ecode:5123, 版本须为 1 至 4",
    "Ecode:11234, 再接主码",
    "Ecode:31234512-3, 至多 39 位数字或字母",
    "88.118.8, 须为 88.118.8/",
    "noslash, 须为 前缀/后缀",
    "a..b/c, 前缀须为",
  })
  void saysWhatIsWrong(String written, String sentence) {
    assertThat(Reading.of(written))
        .isInstanceOfSatisfying(
            Reading.Unsound.class, wrong -> assertThat(wrong.sentence()).contains(sentence));
  }

  @Test
  void aShortGtinInAnAddressIsFilledToFourteenDigits() {
    assertThat(Reading.of("https://example.cn/id/01/96385074"))
        .isInstanceOfSatisfying(
            Reading.Sound.class,
            sound -> assertThat(sound.canonical()).isEqualTo("(01)00000096385074"));
  }
}
