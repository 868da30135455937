package duixian.handle.store;

import java.nio.ByteBuffer;

/// Encoded answers outside the heap, found by the bytes that ask for them.
///
/// The key is whatever part of the request decides the answer (for Handle: the message body), the
/// value whatever the caller wants back. An entry is dropped when its identifier changes: take
/// [#generation] *before* reading the store and give it to [#keep].
public interface AnswerCache {

  /// A hash of the identifier's bytes; the same in [#find], [#keep], [#forget] and the journal.
  static long hash(ByteBuffer bytes, int from, int length) {
    throw new UnsupportedOperationException();
  }

  static long hash(byte[] bytes, int from, int length) {
    return hash(ByteBuffer.wrap(bytes), from, length);
  }

  /// Copies the answer to `into` at its position and advances it; answers the length, or -1.
  /// Reads `request` at absolute positions.
  int find(long idHash, ByteBuffer request, int from, int length, ByteBuffer into);

  long generation(long idHash);

  /// Keeps `answer` (position to limit, not moved) unless it is too large or the identifier changed
  /// since `generation`.
  void keep(
      long idHash, long generation, ByteBuffer request, int from, int length, ByteBuffer answer);

  void forget(long idHash);
}
