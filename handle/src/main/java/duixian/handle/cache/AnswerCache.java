package duixian.handle.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// Encoded answers outside the heap, found by the bytes that ask for them.
///
/// The key is whatever part of the request decides the answer (for Handle: the message body), the
/// value whatever the caller wants back. An entry is dropped when its identifier changes: take
/// [#generation] *before* reading the store and give it to [#keep].
///
/// Each stripe is a ring of entries, the oldest overwritten first. Readers take no lock: they copy
/// and then look whether the writer has come round meanwhile.
public final class AnswerCache {
  private static final int STRIPES = 16;
  private static final int HEAD = 24;
  private static final int LARGEST = 4096;
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Stripe[] stripes = new Stripe[STRIPES];

  /// A cache of about so many bytes.
  public AnswerCache(int bytes) {
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe(Math.max(LARGEST * 4, (bytes / STRIPES) & -8));
    }
  }

  /// A hash of the identifier's bytes; the same in [#find], [#keep], [#forget] and the journal.
  public static long hash(ByteBuffer bytes, int from, int length) {
    long hash = length * MIX;
    int at = from;
    for (int end = from + length - 7; at < end; at += 8) {
      hash = mixed(hash ^ (long) LONG.get(bytes, at));
    }
    long rest = 0;
    for (int end = from + length; at < end; at++) {
      rest = rest << 8 | (bytes.get(at) & 255);
    }
    return mixed(hash ^ rest);
  }

  public static long hash(byte[] bytes) {
    return hash(ByteBuffer.wrap(bytes), 0, bytes.length);
  }

  /// Copies the answer to `into` at its position and advances it; answers the length, or -1 when
  /// there is none or no room. Reads `request` at absolute positions.
  public int find(long idHash, ByteBuffer request, int from, int length, ByteBuffer into) {
    var key = keyed(idHash, request, from, length);
    return stripe(idHash).find(idHash, key, request, from, length, into);
  }

  /// A number that changes whenever the identifier does.
  public long generation(long idHash) {
    var stripe = stripe(idHash);
    return stripe.generations.get(Stripe.generationOf(idHash));
  }

  /// Keeps `answer` (position to limit, not moved) unless it is too large or the identifier changed
  /// since `generation`.
  public void keep(
      long idHash, long generation, ByteBuffer request, int from, int length, ByteBuffer answer) {
    if (HEAD + length + answer.remaining() <= LARGEST) {
      var key = keyed(idHash, request, from, length);
      stripe(idHash).keep(key, generation, request, from, length, answer);
    }
  }

  /// The identifier changed: what was kept for it is not found again.
  public void forget(long idHash) {
    var stripe = stripe(idHash);
    stripe.generations.incrementAndGet(Stripe.generationOf(idHash));
  }

  /// Everything changed, as after an import.
  public void forgetAll() {
    for (var stripe : stripes) {
      for (int i = 0; i < stripe.generations.length(); i++) {
        stripe.generations.incrementAndGet(i);
      }
    }
  }

  private Stripe stripe(long idHash) {
    return stripes[(int) (idHash >>> 60)];
  }

  private static long keyed(long idHash, ByteBuffer request, int from, int length) {
    return mixed(idHash + hash(request, from, length));
  }

  private static long mixed(long bits) {
    var product = bits * MIX;
    return product ^ product >>> 29;
  }

  /// An entry is key hash, generation, key length, answer length, key, answer.
  private static final class Stripe {
    private final int size;
    private final ByteBuffer ring;
    private final AtomicLongArray places;
    final AtomicLongArray generations = new AtomicLongArray(8192);
    private final AtomicLong written = new AtomicLong(8);

    Stripe(int size) {
      this.size = size;
      this.ring = ByteBuffer.allocateDirect(size);
      this.places = new AtomicLongArray(Integer.highestOneBit(Math.max(64, size / 96)));
    }

    static int generationOf(long idHash) {
      return (int) (idHash >>> 32) & 8191;
    }

    int find(long idHash, long key, ByteBuffer request, int from, int length, ByteBuffer into) {
      var place = places.get((int) key & places.length() - 1);
      if (place == 0 || written.get() - place > size) {
        return -1;
      }
      var at = (int) (place % size);
      var lengths = (long) LONG.get(ring, at + 16);
      var answer = (int) (lengths >>> 32);
      if ((long) LONG.get(ring, at) != key
          || (int) lengths != length
          || (long) LONG.get(ring, at + 8) != generations.get(generationOf(idHash))
          || answer < 0
          || answer > LARGEST
          || answer > into.remaining()
          || at + HEAD + length + answer > size
          || !same(at + HEAD, request, from, length)) {
        return -1;
      }
      into.put(into.position(), ring, at + HEAD + length, answer);
      VarHandle.acquireFence();
      if (written.get() - place > size) {
        return -1;
      }
      into.position(into.position() + answer);
      return answer;
    }

    private boolean same(int at, ByteBuffer request, int from, int length) {
      int i = 0;
      for (; i < length - 7; i += 8) {
        if ((long) LONG.get(ring, at + i) != (long) LONG.get(request, from + i)) {
          return false;
        }
      }
      for (; i < length; i++) {
        if (ring.get(at + i) != request.get(from + i)) {
          return false;
        }
      }
      return true;
    }

    synchronized void keep(
        long key, long generation, ByteBuffer request, int from, int length, ByteBuffer answer) {
      var need = (HEAD + length + answer.remaining() + 7) & -8;
      var start = written.get();
      if (start % size + need > size) {
        start += size - start % size;
      }
      // Readers of what is overwritten must see the new end before they see the new bytes.
      written.set(start + need);
      VarHandle.releaseFence();
      var at = (int) (start % size);
      LONG.set(ring, at, key);
      LONG.set(ring, at + 8, generation);
      LONG.set(ring, at + 16, (long) answer.remaining() << 32 | length);
      ring.put(at + HEAD, request, from, length);
      ring.put(at + HEAD + length, answer, answer.position(), answer.remaining());
      places.set((int) key & places.length() - 1, start);
    }
  }
}
