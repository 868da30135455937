package duixian.handle.store;

import duixian.handle.cache.AnswerCache;
import duixian.handle.cache.Lookups;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The port to the engine that holds the identifiers. An identifier's bytes are compared exactly:
/// the caller folds case before.
public interface Store extends AutoCloseable {

  /// The entry, or null when the identifier was never created or is deleted.
  @Nullable Entry get(byte[] id);

  /// Brings near the processor what [#recall] will read for each of these.
  void bring(Lookups these);

  /// Whether the entry is at hand in memory, and then `into` has it. `id` is the identifier's bytes
  /// at a place of a request.
  boolean recall(Lookups these, int which, ByteBuffer id, int from, int length, Recalled into);

  /// An entry in memory of one's own, to be used again: the record stands in `bytes` from `from` to
  /// `end`; `modified` is in seconds since 1970.
  final class Recalled {
    public final byte[] bytes = new byte[4096];
    public int from;
    public int end;
    public long modified;

    public byte[] record() {
      return Arrays.copyOfRange(bytes, from, end);
    }
  }

  /// Decides and commits in a group with others; `done` runs on the committer's thread after the
  /// fsync and must be quick: encode the answer and hand it to the event loop.
  void submit(Change change, Told done);

  /// Hears what became of a change. `changed` is false when nothing was written for it now: it was
  /// refused, or repeats an earlier change and gets that one's outcome again.
  interface Told {
    void told(Outcome outcome, boolean changed);
  }

  /// The blocking form, for virtual threads.
  default Outcome apply(Change change) {
    var outcome = new CompletableFuture<Outcome>();
    submit(change, (what, _) -> outcome.complete(what));
    return outcome.join();
  }

  /// At most `limit` live identifiers that start with `prefix`, after `cursor` (null: from the
  /// first).
  Page scan(byte[] prefix, byte @Nullable [] cursor, int limit);

  /// The small table of this name.
  Rows rows(String table);

  /// The counters kept with the identifiers.
  Tallies tallies();

  /// The identifiers as they are now, to be counted while changes go on. Close it.
  Moment moment();

  /// One moment of the store, held fast.
  interface Moment extends AutoCloseable {

    /// Shows every identifier to a census; `threads` of them are made and run at once.
    void census(int threads, Supplier<Census> makers);

    @Override
    void close();
  }

  /// Encoded answers in front of the store; the store forgets them as it commits changes.
  AnswerCache answers();

  /// Why writes are refused, as one Chinese sentence; null while all is well.
  @Nullable String trouble();

  /// Returns when everybody has been told whose change was submitted before.
  void settle();

  /// How many changes wait for the committer: refuse new ones early when this grows past a bound.
  int waiting();

  @Override
  void close();
}
