package duixian.handle.cache;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/// Values of live identifiers outside the heap, as the engine holds them but unpacked: a read at
/// random is two or three misses of the processor's cache, where the engine takes microseconds.
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

  /// Two neighbouring lines of the processor's cache: sixteen places of 8 bytes, 24 bits of hash
  /// above 40 of position.
  private static final int LINE = 128;

  private static final int TABLE_SHARE = 8;
  private static final int POSITION_BITS = 40;
  private static final long POSITION = (1L << POSITION_BITS) - 1;

  private static final VarHandle PLACE = JAVA_LONG.varHandle();
  private static final ValueLayout.OfShort SIZE = JAVA_SHORT_UNALIGNED;
  private static final ValueLayout.OfLong WORD = JAVA_LONG_UNALIGNED;
  private static final VarHandle WORD_OF_ID =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final MethodHandle RESERVE =
      system("calloc", FunctionDescriptor.of(ADDRESS, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle FREE = system("free", FunctionDescriptor.ofVoid(ADDRESS));
  private static final long HUGE_PAGE = 2 << 20;
  private static final int HUGE_PAGES_PLEASE = 14;

  private final MemorySegment reserved;
  private final Stripe[] stripes = new Stripe[STRIPES];
  private final AtomicIntegerArray generations = new AtomicIntegerArray(GENERATIONS);

  /// A cache of at most so many bytes.
  public RecordCache(long bytes) {
    var table = Math.max(LINE, bytes / TABLE_SHARE / STRIPES & -LINE);
    var ring = Math.max(4 * LONGEST, bytes / STRIPES - table & -LINE);
    reserved = reserve((table + ring) * STRIPES + LINE);
    var memory = reserved.asSlice(-reserved.address() & (LINE - 1));
    for (int i = 0; i < STRIPES; i++) {
      var from = i * (table + ring);
      stripes[i] = new Stripe(memory.asSlice(from, table), memory.asSlice(from + table, ring));
    }
  }

  @SuppressWarnings("restricted") // the signatures are those of the manual pages
  private static MethodHandle system(String name, FunctionDescriptor signature) {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
  }

  /// Zeroes that take no memory before they are written, and none of what the JVM may use.
  @SuppressWarnings("restricted")
  private static MemorySegment reserve(long bytes) {
    try {
      var start = (MemorySegment) RESERVE.invokeExact(1L, bytes);
      if (start.address() == 0) {
        throw new OutOfMemoryError("no " + bytes + " bytes for the cache of identifiers");
      }
      return start.reinterpret(bytes);
    } catch (Throwable e) {
      throw e instanceof Error error ? error : new AssertionError("calloc threw", e);
    }
  }

  /// Asks for huge pages from here on: reads at random miss the table of small ones too, of which
  /// there are a third of a million. Filling takes longer for it, so whoever only writes does
  /// without; a system that has none to give goes on with small ones.
  public void inHugePages() {
    var from = reserved.address() + HUGE_PAGE - 1 & -HUGE_PAGE;
    var size = reserved.address() + reserved.byteSize() - from & -HUGE_PAGE;
    if (size > 0 && System.getProperty("os.name").equals("Linux")) {
      var advise = system("madvise", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
      try {
        var _ = (int) advise.invokeExact(MemorySegment.ofAddress(from), size, HUGE_PAGES_PLEASE);
      } catch (Throwable e) {
        throw new AssertionError("madvise threw", e);
      }
    }
  }

  /// Copies the value to the beginning of `into` and answers its length; -1 when it is not known
  /// here, the complement of its length when there is no room. `hash` is [AnswerCache#hash] of the
  /// identifier, whose bytes stand in `id` at absolute places.
  public int find(long hash, ByteBuffer id, int from, int length, byte[] into) {
    return stripe(hash).find(hash, id, from, length, into);
  }

  /// Brings what [#find] will read for the first hashes near the processor, so that a batch waits
  /// for its misses together and not for one after the other. The number means nothing; it is there
  /// so that nobody leaves out the reading.
  public long ahead(long[] hashes, int count) {
    var read = 0L;
    for (int i = 0; i < count; i++) {
      read += stripe(hashes[i]).readLine(hashes[i]);
    }
    for (int i = 0; i < count; i++) {
      read += stripe(hashes[i]).readEntry(hashes[i]);
    }
    return read;
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
    try {
      FREE.invokeExact(reserved);
    } catch (Throwable e) {
      throw new AssertionError("free threw", e);
    }
  }

  private Stripe stripe(long hash) {
    return stripes[(int) (hash >>> 60)];
  }

  /// Readers take no lock: they copy and then look whether the writer has come round meanwhile.
  private static final class Stripe {
    private final MemorySegment table;
    private final MemorySegment ring;
    private final long size;
    private final long lines;
    private volatile long written = LINE;

    Stripe(MemorySegment table, MemorySegment ring) {
      this.table = table;
      this.ring = ring;
      size = ring.byteSize();
      lines = table.byteSize() / LINE;
    }

    /// Where the line of this hash starts: of the bits that chose no stripe, as many as are needed.
    private long line(long hash) {
      return Math.unsignedMultiplyHigh(hash << 4, lines) * LINE;
    }

    private static long tag(long hash) {
      return hash << POSITION_BITS;
    }

    private boolean there(long position, long end) {
      return position != 0 && position < end && end - position <= size;
    }

    int find(long hash, ByteBuffer id, int from, int length, byte[] into) {
      var line = line(hash);
      var tag = tag(hash);
      for (long place = line; place < line + LINE; place += Long.BYTES) {
        var entry = (long) PLACE.getAcquire(table, place);
        if ((entry & ~POSITION) == tag && there(entry & POSITION, written)) {
          var found = read(entry & POSITION, id, from, length, into);
          if (found != UNKNOWN) {
            return found;
          }
        }
      }
      return UNKNOWN;
    }

    long readLine(long hash) {
      return (long) PLACE.get(table, line(hash));
    }

    long readEntry(long hash) {
      var line = line(hash);
      var tag = tag(hash);
      for (long place = line; place < line + LINE; place += Long.BYTES) {
        var entry = (long) PLACE.get(table, place);
        if ((entry & ~POSITION) == tag) {
          return ring.get(SIZE, (entry & POSITION) % size);
        }
      }
      return 0;
    }

    private int read(long position, ByteBuffer id, int from, int idLength, byte[] into) {
      var at = position % size;
      var length = ring.get(SIZE, at + 2);
      if (ring.get(SIZE, at) != idLength
          || length <= 0
          || at + HEAD + idLength + length > size
          || !same(at + HEAD, id, from, idLength)) {
        return UNKNOWN;
      }
      if (length > into.length) {
        return ~length;
      }
      MemorySegment.copy(ring, JAVA_BYTE, at + HEAD + idLength, into, 0, length);
      VarHandle.acquireFence();
      return there(position, written) ? length : UNKNOWN;
    }

    private boolean same(long at, ByteBuffer id, int from, int length) {
      int i = 0;
      for (; i < length - 7; i += 8) {
        if (ring.get(WORD, at + i) != (long) WORD_OF_ID.get(id, from + i)) {
          return false;
        }
      }
      for (; i < length; i++) {
        if (ring.get(JAVA_BYTE, at + i) != id.get(from + i)) {
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
        table.fill((byte) 0);
        position = LINE;
      }
      // Readers of what is overwritten must see the new end before they see the new bytes.
      written = position + need;
      VarHandle.fullFence();
      var at = position % size;
      ring.set(SIZE, at, (short) idLength);
      ring.set(SIZE, at + 2, (short) valueLength);
      MemorySegment.copy(id, 0, ring, JAVA_BYTE, at + HEAD, idLength);
      MemorySegment.copy(value, 0, ring, JAVA_BYTE, at + HEAD + idLength, valueLength);
      PLACE.setRelease(table, place(hash), tag(hash) | position);
    }

    /// The place of this hash if it has one, else an empty one, else the oldest.
    private long place(long hash) {
      var line = line(hash);
      var tag = tag(hash);
      var best = line;
      var oldest = Long.MAX_VALUE;
      for (long place = line; place < line + LINE; place += Long.BYTES) {
        var entry = (long) PLACE.get(table, place);
        if (entry != 0 && (entry & ~POSITION) == tag) {
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
        if (((long) PLACE.get(table, place) & ~POSITION) == tag(hash)) {
          PLACE.setRelease(table, place, 0L);
        }
      }
    }
  }
}
