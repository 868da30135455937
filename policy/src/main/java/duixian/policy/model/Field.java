package duixian.policy.model;

/// A fact that records of an entity carry.
///
/// A stored number is the value times `scale` (fen: 100; six-decimal ratio: 1,000,000); a 是否 is 0
/// or 1, a 日期 the epoch day, a word its position, a 标识 its dictionary code. `optional` (可缺) fields
/// are guarded wherever they are used.
public record Field(String name, Type type, long scale, boolean optional, int index) {}
