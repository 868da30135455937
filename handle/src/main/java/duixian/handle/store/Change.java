package duixian.handle.store;

import org.jspecify.annotations.Nullable;

/// One change of one identifier, decided atomically and durable before its [Outcome] is told.
///
/// `once` is an idempotency key: a second change with the same key and the same bytes gets the
/// first outcome again and changes nothing. Arrays are handed over: do not write to them
/// afterwards.
@SuppressWarnings("ArrayRecordComponent")
public sealed interface Change {
  byte[] id();

  Channel channel();

  byte @Nullable [] once();

  /// Create if absent. A deleted identifier may be created again; it does not count as new.
  record Create(byte[] id, byte[] record, Channel channel, byte @Nullable [] once)
      implements Change {}

  /// Replace the record whose version was read as `version`.
  record Replace(byte[] id, long version, byte[] record, Channel channel, byte @Nullable [] once)
      implements Change {}

  /// Delete the record whose version was read as `version`; the date of first creation stays.
  record Delete(byte[] id, long version, Channel channel, byte @Nullable [] once)
      implements Change {}
}
