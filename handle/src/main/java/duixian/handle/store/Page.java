package duixian.handle.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of keys in byte order, and the cursor to go on from: null at the end.
@SuppressWarnings("ArrayRecordComponent")
public record Page(List<Row> rows, byte @Nullable [] next) {

  public Page {
    rows = List.copyOf(rows);
  }

  /// A key with its value; for identifiers the value is the record.
  public record Row(byte[] key, byte[] value) {}
}
