package duixian.handle.rocks;

/// How much memory and disk the store may use, in bytes.
///
/// `reserve` is the free space below which changes are refused before the disk is full, so that
/// what runs in the background always ends well.
public record Settings(
    long blockCache, long recordCache, int answerCache, int memtable, long reserve) {

  /// Holds ten million identifiers in well under 1.5 GiB of memory.
  public static Settings ordinary() {
    return new Settings(96L << 20, 928L << 20, 64 << 20, 64 << 20, 256L << 20);
  }

  /// For tests and commands that look once.
  public static Settings small() {
    return new Settings(32L << 20, 4L << 20, 4 << 20, 8 << 20, 1 << 20);
  }
}
