package duixian.handle.cache;

/// Identifiers that are looked up together, so that they wait for memory together and not one after
/// the other: a read at random takes a third of a microsecond, and a processor makes a dozen of
/// them at once if they follow each other closely.
///
/// Of one thread, to be used again.
public final class Lookups {
  /// No more, so that what the first needs is still near when the last is brought.
  public static final int MOST = 64;

  private final long[] hashes = new long[MOST];
  private int count;

  /// Where each is to be read next, and where its entry stands; 0 when it has none.
  final long[] places = new long[MOST];

  final long[] positions = new long[MOST];

  @SuppressWarnings("UnusedVariable") // written so that no compiler leaves out the reading
  private long read;

  public Lookups clear() {
    count = 0;
    return this;
  }

  /// Adds [AnswerCache#hash] of an identifier; its number among the others.
  public int add(long hash) {
    hashes[count] = hash;
    return count++;
  }

  public int count() {
    return count;
  }

  public long hash(int which) {
    return hashes[which];
  }

  void read(long what) {
    read += what;
  }
}
