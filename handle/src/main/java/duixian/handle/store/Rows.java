package duixian.handle.store;

import org.jspecify.annotations.Nullable;

/// A small named table beside the identifiers: prefixes, administrators, templates, tokens.
///
/// Writes are durable when they return. Not counted, not cached: keep hot rows in memory.
public interface Rows {
  byte @Nullable [] get(byte[] key);

  void put(byte[] key, byte[] value);

  void remove(byte[] key);

  /// At most `limit` rows whose key starts with `prefix`, after `cursor` (null: from the first).
  Page scan(byte[] prefix, byte @Nullable [] cursor, int limit);
}
