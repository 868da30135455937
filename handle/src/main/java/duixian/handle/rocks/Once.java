package duixian.handle.rocks;

import duixian.handle.store.Outcome;
import java.nio.ByteBuffer;

/// What is remembered under an idempotency key: the first outcome, of what change, when (seconds).
record Once(Outcome outcome, long fingerprint, long second) {
  static Once of(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    return new Once(Outcome.of(in.get()), in.getLong(), in.getLong());
  }

  byte[] bytes() {
    return ByteBuffer.allocate(17)
        .put((byte) outcome.code())
        .putLong(fingerprint)
        .putLong(second)
        .array();
  }
}
