package duixian.handle.http.quick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import duixian.handle.http.json.ValueJson;
import duixian.handle.value.HandleRecord;
import duixian.handle.value.HandleValue;
import duixian.handle.value.StoredValues;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainJsonTheories {
  private static final String ID = "88.118.8/a";

  @Test
  void whatIsWrittenIsWhatTheGeneratorWrites() {
    qt().forAll(
            strings().basicLatinAlphabet().ofLengthBetween(0, 60),
            strings().basicLatinAlphabet().ofLengthBetween(0, 10),
            integers().all(),
            integers().all())
        .checkAssert((data, type, index, second) -> {
          var value = HandleValue.of(index, type, data).at(second);
          sameOrNothing(List.of(value, HandleValue.of(1, "URL", "https://id.example.cn/p/1")));
        });
  }

  @Test
  void theUsualValueIsWritten() {
    assertThat(written(List.of(HandleValue.of(1, "URL", "http://a.cn").at(1_732_294_396))))
        .isEqualTo(
            "{\"responseCode\":1,\"handle\":\"88.118.8/a\",\"values\":[{\"index\":1,\"type\":\"URL\","
                + "\"data\":{\"format\":\"string\",\"value\":\"http://a.cn\"},\"ttl\":86400,"
                + "\"timestamp\":\"2024-11-22T16:53:16Z\"}]}");
  }

  @Test
  void whatMustBeEscapedOrSpelledOutIsNot() {
    assertThat(written(List.of(HandleValue.of(1, "URL", "a\"b")))).isEmpty();
    assertThat(written(List.of(HandleValue.of(1, "DESC", "齿轮")))).isEmpty();
    assertThat(written(List.of(HandleValue.of(1, "URL", "a").withPermissions(2)))).isEmpty();
  }

  private static void sameOrNothing(List<HandleValue> values) {
    var written = written(values);
    if (!written.isEmpty()) {
      var inOrder = new HandleRecord(values).values();
      var generated = new String(ValueJson.resolved(ID, inOrder), StandardCharsets.UTF_8);
      assertThat(written).isEqualTo(generated);
    }
  }

  private static String written(List<HandleValue> values) {
    var id = ByteBuffer.wrap(ID.getBytes(StandardCharsets.US_ASCII));
    var into = ByteBuffer.allocate(QuickJson.LONGEST);
    var stored = new HandleRecord(values).toBytes();
    var walk = new StoredValues(stored, 0, stored.length, 0);
    return PlainJson.write(id, 0, id.limit(), walk, into)
        ? new String(into.array(), 0, into.position(), StandardCharsets.UTF_8)
        : "";
  }
}
