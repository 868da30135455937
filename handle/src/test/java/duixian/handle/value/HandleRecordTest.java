package duixian.handle.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    var copied = ByteBuffer.allocate(stored.length * HandleRecord.GROWTH);
    assertThat(HandleRecord.copyOpen(stored, 0, stored.length, MODIFIED, copied)).isTrue();

    var values = HandleRecord.read(stored, MODIFIED).values();
    assertThat(Arrays.copyOf(copied.array(), copied.position()))
        .isEqualTo(new Output().list(values, HandleValue::write).toBytes());
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

  @Test
  void whatHasNoRoomIsNotCopied() {
    var stored = new HandleRecord(List.of(HandleValue.of(1, "URL", "http://a.cn"))).toBytes();
    var whole = ByteBuffer.allocate(1000);
    HandleRecord.copyOpen(stored, 0, stored.length, MODIFIED, whole);

    for (int room = 0; room < whole.position(); room++) {
      var out = ByteBuffer.allocate(room);
      assertThat(HandleRecord.copyOpen(stored, 0, stored.length, MODIFIED, out)).isFalse();
    }
  }

  private static boolean copies(List<HandleValue> values) {
    var stored = new HandleRecord(values).toBytes();
    return HandleRecord.copyOpen(stored, 0, stored.length, MODIFIED, ByteBuffer.allocate(1000));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
