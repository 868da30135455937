package duixian.handle.cache;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/// Values of live identifiers outside the heap, as the engine holds them but unpacked: a read at
/// random is a few misses of the processor's cache, where the engine takes microseconds.
///
/// Only what is alive is kept, so a create has nothing to forget; whoever changes or deletes must
/// [#forget] before he tells anybody. Take [#generation] *before* reading the engine and give it to
/// [#keep]. Each stripe is a ring of entries (sizes, identifier, value), the oldest overwritten
/// first, found through lines of sixteen places; memory is taken from the system as it fills.
public final class RecordCache implements AutoCloseable {
  private static final int STRIPES = 16;
  private static final int GENERATIONS = 1 << 16;
  private static final int LONGEST = 4096;
  private static final int HEAD = 4;
  private static final int USUAL = 256;
  private static final int UNKNOWN = -1;

  /// What a processor reads at once.
  private static final int CACHE_LINE = 64;

  /// Sixteen places of 8 bytes: 24 bits of hash above 40 of position.
  private static final int LINE = 2 * CACHE_LINE;

  /// An entry of this size often reaches into a third line of the processor's cache.
  private static final int USUAL_ENTRY = 80;

  private static final int TABLE_SHARE = 8;
  private static final int POSITION_BITS = 40;
  private static final long POSITION = (1L << POSITION_BITS) - 1;

  /// The bits of a hash that choose its stripe.
  private static final long STRIPE = -1L << 60;

  private static final VarHandle PLACE = JAVA_LONG.varHandle();
  private static final ValueLayout.OfShort SIZE = JAVA_SHORT_UNALIGNED;
  private static final ValueLayout.OfLong WORD = JAVA_LONG_UNALIGNED;
  private static final VarHandle WORD_OF_ID =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final Reserve reserve;

  /// First the lines of all stripes, then their rings.
  private final MemorySegment memory;

  private final long lines;
  private final Stripe[] stripes = new Stripe[STRIPES];
  private final AtomicIntegerArray generations = new AtomicIntegerArray(GENERATIONS);

  /// A cache of at most so many bytes.
  public RecordCache(long bytes) {
    lines = Math.max(1, bytes / TABLE_SHARE / STRIPES / LINE) * STRIPES;
    var ring = Math.max(4 * LONGEST, (bytes - lines * LINE) / STRIPES & -LINE);
    reserve = new Reserve(lines * LINE + ring * STRIPES + 2 * LINE);
    memory = reserve.memory.asSlice(-reserve.memory.address() & (LINE - 1));
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe(lines * LINE + i * ring, ring);
    }
  }

  /// See [Reserve#inHugePages].
  public void inHugePages() {
    reserve.inHugePages();
  }

  /// Reads what [#find] will read for each of these. What it finds holds for this moment.
  public void bring(Lookups these) {
    var count = these.count();
    var places = these.places;
    var read = 0L;
    // Nothing but reads stands in two of these loops: the fewer instructions between them, the more
    // of them the processor makes at once.
    for (int i = 0; i < count; i++) {
      places[i] = line(these.hash(i));
    }
    for (int i = 0; i < count; i++) {
      read += memory.get(WORD, places[i]) + memory.get(WORD, places[i] + CACHE_LINE);
    }
    for (int i = 0; i < count; i++) {
      these.positions[i] = position(these.hash(i), places[i]);
      places[i] = stripe(these.hash(i)).place(these.positions[i]);
    }
    for (int i = 0; i < count; i++) {
      read +=
          memory.get(JAVA_BYTE, places[i])
              + memory.get(JAVA_BYTE, places[i] + CACHE_LINE)
              + memory.get(JAVA_BYTE, places[i] + USUAL_ENTRY);
    }
    these.read(read);
  }

  /// Copies the value to the beginning of `into` and answers its length; -1 when it is not known
  /// here, the complement of its length when there is no room. The identifier's bytes stand in `id`
  /// at absolute places. What was there when it was brought may be answered after a change: whoever
  /// asks had asked before.
  public int find(Lookups these, int which, ByteBuffer id, int from, int length, byte[] into) {
    var hash = these.hash(which);
    var position = these.positions[which];
    var found =
        position == 0
            ? UNKNOWN
            : stripe(hash).read(position, these.places[which], id, from, length, into);
    return found == UNKNOWN ? find(hash, id, from, length, into) : found;
  }

  private int find(long hash, ByteBuffer id, int from, int length, byte[] into) {
    var line = line(hash);
    var stripe = stripe(hash);
    for (long place = line; place < line + LINE; place += Long.BYTES) {
      var entry = (long) PLACE.getAcquire(memory, place);
      if ((entry & ~POSITION) == tag(hash)) {
        var position = entry & POSITION;
        var found = stripe.read(position, stripe.place(position), id, from, length, into);
        if (found != UNKNOWN) {
          return found;
        }
      }
    }
    return UNKNOWN;
  }

  /// Where the entry of this hash stands in its ring, going by its tag alone; 0 if there is none.
  private long position(long hash, long line) {
    for (long place = line; place < line + LINE; place += Long.BYTES) {
      var entry = (long) PLACE.getAcquire(memory, place);
      if ((entry & ~POSITION) == tag(hash)) {
        return entry & POSITION;
      }
    }
    return 0;
  }

  /// The value, or null when it is not known here.
  public byte @Nullable [] find(long hash, byte[] id) {
    var into = new byte[USUAL];
    var length = find(hash, ByteBuffer.wrap(id), 0, id.length, into);
    if (length < UNKNOWN) {
      into = new byte[LONGEST];
      length = find(hash, ByteBuffer.wrap(id), 0, id.length, into);
    }
    return length < 0 ? null : Arrays.copyOf(into, length);
  }

  /// A number that changes when the identifier does.
  public int generation(long hash) {
    return generations.get(generationOf(hash));
  }

  /// The generations of this moment, to be given to [#keep] for what is read from then on.
  public int[] generations() {
    var now = new int[GENERATIONS];
    for (int i = 0; i < GENERATIONS; i++) {
      now[i] = generations.get(i);
    }
    return now;
  }

  public static int generationOf(long hash) {
    return (int) (hash >>> 16) & GENERATIONS - 1;
  }

  /// Keeps the value of a live identifier unless it changed since `generation`.
  public void keep(
      long hash, int generation, byte[] id, int idLength, byte[] value, int valueLength) {
    var stripe = stripe(hash);
    if (HEAD + idLength + valueLength <= LONGEST) {
      synchronized (stripe) {
        if (generations.get(generationOf(hash)) == generation) {
          stripe.keep(hash, id, idLength, value, valueLength);
        }
      }
    }
  }

  /// The identifier changed.
  public void forget(long hash) {
    var stripe = stripe(hash);
    synchronized (stripe) {
      generations.incrementAndGet(generationOf(hash));
      stripe.forget(hash);
    }
  }

  /// Whether something is overwritten when more is kept.
  public boolean full() {
    for (var stripe : stripes) {
      if (stripe.written > stripe.size) {
        return true;
      }
    }
    return false;
  }

  /// Nobody may read any more.
  @Override
  public void close() {
    reserve.close();
  }

  private Stripe stripe(long hash) {
    return stripes[(int) (hash >>> 60)];
  }

  /// Where the line of this hash starts. The highest bits choose the stripe as well: it has lines
  /// of its own.
  private long line(long hash) {
    return Math.unsignedMultiplyHigh(hash, lines) * LINE;
  }

  private static long tag(long hash) {
    return hash << POSITION_BITS;
  }

  /// Readers take no lock: they copy and then look whether the writer has come round meanwhile.
  private final class Stripe {
    private final long ring;
    private final long size;
    private volatile long written = LINE;

    Stripe(long ring, long size) {
      this.ring = ring;
      this.size = size;
    }

    private boolean there(long position, long end) {
      return position != 0 && position < end && end - position <= size;
    }

    /// Where in memory this position of the ring is.
    long place(long position) {
      return ring + position % size;
    }

    int read(long position, long at, ByteBuffer id, int from, int idLength, byte[] into) {
      if (!there(position, written)) {
        return UNKNOWN;
      }
      var length = memory.get(SIZE, at + 2);
      if (memory.get(SIZE, at) != idLength
          || length <= 0
          || at + HEAD + idLength + length > ring + size
          || !same(at + HEAD, id, from, idLength)) {
        return UNKNOWN;
      }
      if (length > into.length) {
        return ~length;
      }
      MemorySegment.copy(memory, JAVA_BYTE, at + HEAD + idLength, into, 0, length);
      VarHandle.acquireFence();
      return there(position, written) ? length : UNKNOWN;
    }

    private boolean same(long at, ByteBuffer id, int from, int length) {
      int i = 0;
      for (; i < length - 7; i += 8) {
        if (memory.get(WORD, at + i) != (long) WORD_OF_ID.get(id, from + i)) {
          return false;
        }
      }
      for (; i < length; i++) {
        if (memory.get(JAVA_BYTE, at + i) != id.get(from + i)) {
          return false;
        }
      }
      return true;
    }

    void keep(long hash, byte[] id, int idLength, byte[] value, int valueLength) {
      var need = HEAD + idLength + valueLength;
      var position = written;
      if (position % size + need > size) {
        position += size - position % size;
      }
      if (position + need > POSITION) {
        // After a terabyte it starts again with nothing.
        memory.asSlice(line(hash & STRIPE), lines / STRIPES * LINE).fill((byte) 0);
        position = LINE;
      }
      // Readers of what is overwritten must see the new end before they see the new bytes.
      written = position + need;
      VarHandle.fullFence();
      var at = place(position);
      memory.set(SIZE, at, (short) idLength);
      memory.set(SIZE, at + 2, (short) valueLength);
      MemorySegment.copy(id, 0, memory, JAVA_BYTE, at + HEAD, idLength);
      MemorySegment.copy(value, 0, memory, JAVA_BYTE, at + HEAD + idLength, valueLength);
      PLACE.setRelease(memory, slot(hash), tag(hash) | position);
    }

    /// The place in the line of this hash that it has, else an empty one, else the oldest.
    private long slot(long hash) {
      var line = line(hash);
      var best = line;
      var oldest = Long.MAX_VALUE;
      for (long place = line; place < line + LINE; place += Long.BYTES) {
        var entry = (long) PLACE.get(memory, place);
        if (entry != 0 && (entry & ~POSITION) == tag(hash)) {
          return place;
        }
        if ((entry & POSITION) < oldest) {
          oldest = entry & POSITION;
          best = place;
        }
      }
      return best;
    }

    void forget(long hash) {
      var line = line(hash);
      for (long place = line; place < line + LINE; place += Long.BYTES) {
        if (((long) PLACE.get(memory, place) & ~POSITION) == tag(hash)) {
          PLACE.setRelease(memory, place, 0L);
        }
      }
    }
  }
}
