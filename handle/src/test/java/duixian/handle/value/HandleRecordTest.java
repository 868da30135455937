package duixian.handle.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandleRecordTest {
  private static final long MODIFIED = 1_700_000_000L;

  @Test
  void whatIsCopiedIsWhatReadingAndWritingGives() {
    var url = HandleValue.of(1, "URL", "https://example.cn/轴承");
    var dated = HandleValue.of(2000, "产品名称", "").at(1_600_000_000);
    var absolute =
        new HandleValue(-2, 7, HandleValue.ABSOLUTE, 9, 2, "EMAIL", bytes("a"), List.of());
    var stored = new HandleRecord(List.of(absolute, dated, url)).toBytes();

    var copied = new Output();
    assertThat(HandleRecord.copyOpen(stored, MODIFIED, copied)).isTrue();

    var values = HandleRecord.read(stored, MODIFIED).values();
    assertThat(copied.toBytes()).isEqualTo(new Output().list(values, HandleValue::write).toBytes());
  }

  @Test
  void whatIsNotForEverybodyOrRefersToOthersIsNotCopied() {
    var hidden = HandleValue.of(1, "URL", "a").withPermissions(HandleValue.ADMIN_READ);
    var referring =
        new HandleValue(
            1, 0, (byte) 0, 86_400, 14, "URL", bytes("a"), List.of(new Reference("88.1/a", 1)));

    assertThat(copies(List.of(hidden))).isFalse();
    assertThat(copies(List.of(referring))).isFalse();
    assertThat(copies(List.of())).isFalse();
  }

  private static boolean copies(List<HandleValue> values) {
    return HandleRecord.copyOpen(new HandleRecord(values).toBytes(), MODIFIED, new Output());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
