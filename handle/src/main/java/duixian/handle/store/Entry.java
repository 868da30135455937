package duixian.handle.store;

/// A stored identifier: its opaque record with what the store itself keeps about it.
///
/// Times are seconds since 1970 UTC. `version` starts at 1 and grows by one with each change, also
/// across delete and re-creation. `firstCreated` never changes: it decides the year that counts.
@SuppressWarnings("ArrayRecordComponent")
public record Entry(
    byte[] record, long version, long firstCreated, long created, long modified, Channel channel) {}
