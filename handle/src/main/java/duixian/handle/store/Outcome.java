package duixian.handle.store;

/// What became of a [Change]. The order is written to disk: append, never reorder.
public enum Outcome {
  CREATED,
  /// Create refused: the identifier is there.
  EXISTS,
  REPLACED,
  DELETED,
  /// Replace or delete refused: the identifier is not there.
  ABSENT,
  /// Replace or delete refused: somebody else changed it since it was read. Read again and retry.
  CONFLICT,
  /// The idempotency key was used before for a different change.
  KEY_REUSED,
  /// Nothing was written and nothing will be until the cause is mended: see [Store#trouble()].
  UNAVAILABLE,
  /// Nothing was written: too many changes wait. Retry in a moment.
  BUSY
}
