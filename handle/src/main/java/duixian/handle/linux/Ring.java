package duixian.handle.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Linux's io_uring, from 6.1 on: what all connections of a thread receive and send goes to the
/// system in one call, and what came of it is read from memory that both share.
///
/// An operation carries a number, which comes back with each of its completions. All of it belongs
/// to the thread that made it, except [#wake].
///
/// The structures are those of `linux/io_uring.h`; the way of working is told in io_uring(7).
public final class Ring implements AutoCloseable {
  /// What completes a [#wake]; other operations need other numbers.
  public static final long WOKEN = -1;

  /// The result of what was received when there was no buffer free; to be asked for again.
  public static final int NO_BUFFERS = -105;

  /// The result of what was ended by [#cancel].
  public static final int CANCELLED = -125;

  /// So many buffers there are for what is received.
  public static final int BUFFERS = 512;

  private static final long SETUP = 425;
  private static final long ENTER = 426;
  private static final long REGISTER = 427;

  private static final int CQ_SIZE = 1 << 3;
  private static final int SUBMIT_ALL = 1 << 7;
  private static final int SINGLE_ISSUER = 1 << 12;
  private static final int DEFER_TASKRUN = 1 << 13;
  private static final long ENTRIES_AT = 0x10000000L;
  private static final int REGISTER_BUFFERS = 22;

  private static final int GET_EVENTS = 1;
  private static final int EXTENDED = 1 << 3;
  private static final int TIME = 62;

  private static final byte ACCEPT = 13;
  private static final byte CANCEL = 14;
  private static final byte READ = 22;
  private static final byte SEND = 26;
  private static final byte RECEIVE = 27;

  private static final byte CHOOSE_BUFFER = 1 << 5;
  private static final short RECEIVE_ON = 1 << 1;
  private static final short ACCEPT_ON = 1;
  private static final int CLOSED_ON_EXEC = 0x80000;
  private static final int ALL_OF_IT = 0x100;
  private static final int NO_SIGNAL = 0x4000;

  private static final int HAS_BUFFER = 1;
  private static final int MORE = 1 << 1;

  private static final int SQE = 64;
  private static final int CQE = 16;
  private static final int BUFFER = 8192;

  /// Starts of buffers a power of two apart would share the same lines of the processor's cache.
  private static final int STRIDE = BUFFER + 192;

  private static final VarHandle INT = JAVA_INT.varHandle();
  private static final VarHandle SHORT = JAVA_SHORT.varHandle();

  private final Arena memory = Arena.ofConfined();
  private final MemorySegment state = Calls.state(memory);
  private final int file;
  private final MemorySegment shared;
  private final MemorySegment entries;
  private final long sqHead;
  private final long sqTail;
  private final int sqMask;
  private final long cqHead;
  private final long cqTail;
  private final int cqMask;
  private final long completions;
  private int prepared;

  // Not of the arena, whose life would be looked at with every byte that is read.
  private final ByteBuffer received = ByteBuffer.allocateDirect(STRIDE * BUFFERS);
  private final long pool = MemorySegment.ofBuffer(received).address();
  private final MemorySegment free = memory.allocate(16L * BUFFERS, 4096);
  private short freed;

  private final int events;
  private final MemorySegment signalled = memory.allocate(JAVA_LONG);
  private final AtomicBoolean asleep = new AtomicBoolean();
  private final MemorySegment second = memory.allocateFrom(JAVA_LONG, 1, 0);
  private final MemorySegment wait = memory.allocate(24, 8);

  private int head;
  private int tail;
  private long id;
  private int result;
  private int flags;

  /// With room for so many operations, a power of two, between two calls of the system; throws
  /// where the system is too old for it or does not let us.
  public Ring(int room) throws IOException {
    var parameters = memory.allocate(120, 8);
    parameters.set(JAVA_INT, 4, room * 4);
    parameters.set(JAVA_INT, 8, CQ_SIZE | SUBMIT_ALL | SINGLE_ISSUER | DEFER_TASKRUN);
    file = checked("io_uring_setup", SETUP, room, parameters.address(), 0, 0);
    cqHead = Integer.toUnsignedLong(parameters.get(JAVA_INT, 80));
    cqTail = Integer.toUnsignedLong(parameters.get(JAVA_INT, 84));
    completions = Integer.toUnsignedLong(parameters.get(JAVA_INT, 100));
    sqHead = Integer.toUnsignedLong(parameters.get(JAVA_INT, 40));
    sqTail = Integer.toUnsignedLong(parameters.get(JAVA_INT, 44));
    var order = Integer.toUnsignedLong(parameters.get(JAVA_INT, 64));
    var cqEntries = parameters.get(JAVA_INT, 4);
    var size = Math.max(order + 4L * room, completions + (long) CQE * cqEntries);
    shared = Calls.map(state, file, 0, size);
    entries = Calls.map(state, file, ENTRIES_AT, (long) SQE * room);
    sqMask = room - 1;
    cqMask = cqEntries - 1;
    for (int i = 0; i < room; i++) {
      shared.set(JAVA_INT, order + 4L * i, i);
    }
    var buffers = memory.allocate(40, 8);
    buffers.set(JAVA_LONG, 0, free.address());
    buffers.set(JAVA_INT, 8, BUFFERS);
    checked("io_uring_register", REGISTER, file, REGISTER_BUFFERS, buffers.address(), 1);
    for (int i = 0; i < BUFFERS; i++) {
      giveBack(i);
    }
    events = Calls.events(state);
    wait.set(JAVA_INT, 8, 8);
    wait.set(JAVA_LONG, 16, second.address());
    listen();
  }

  /// Whether this system has it and lets us.
  public static boolean isAvailable() {
    return Trial.SUCCEEDED;
  }

  private static final class Trial {
    static final boolean SUCCEEDED = succeeds();

    private static boolean succeeds() {
      if (!Calls.areKnown()) {
        return false;
      }
      try (var ring = new Ring(8)) {
        return ring.file >= 0;
      } catch (IOException _) {
        return false;
      }
    }
  }

  private int checked(String name, long call, long a, long b, long c, long d) throws IOException {
    var done = Calls.numbered(state, call, a, b, c, d, 0, 0);
    if (done < 0) {
      throw new IOException(name + " failed with error " + -done);
    }
    return done;
  }

  /// Every connection that comes in is a completion whose result is its file.
  public void accept(int socket, long number) {
    var at = prepare(ACCEPT, (byte) 0, ACCEPT_ON, socket, number);
    entries.set(JAVA_INT, at + 28, CLOSED_ON_EXEC);
  }

  /// Everything that comes in is a completion whose result is its length, until one says that no
  /// more will follow: 0 at the end of the stream, else the number of the error, negative.
  public void receive(int socket, long number) {
    prepare(RECEIVE, CHOOSE_BUFFER, RECEIVE_ON, socket, number);
  }

  /// One completion, when all of it has gone; the bytes stay as they are until then.
  public void send(int socket, MemorySegment bytes, int length, long number) {
    var at = prepare(SEND, (byte) 0, (short) 0, socket, number);
    entries.set(JAVA_LONG, at + 16, bytes.address());
    entries.set(JAVA_INT, at + 24, length);
    entries.set(JAVA_INT, at + 28, ALL_OF_IT | NO_SIGNAL);
  }

  /// Ends the operations with this number; both complete.
  public void cancel(long which, long number) {
    var at = prepare(CANCEL, (byte) 0, (short) 0, -1, number);
    entries.set(JAVA_LONG, at + 16, which);
  }

  private void listen() {
    var at = prepare(READ, (byte) 0, (short) 0, events, WOKEN);
    entries.set(JAVA_LONG, at + 16, signalled.address());
    entries.set(JAVA_INT, at + 24, 8);
  }

  /// The offset of the next entry, which holds nothing but these.
  private long prepare(byte operation, byte how, short more, int on, long number) {
    var next = shared.get(JAVA_INT, sqTail);
    if (next - (int) INT.getAcquire(shared, sqHead) > sqMask) {
      enter(0);
      if (prepared > sqMask) {
        throw new IllegalStateException("io_uring takes nothing more");
      }
    }
    var at = (long) (next & sqMask) * SQE;
    entries.set(JAVA_BYTE, at, operation);
    entries.set(JAVA_BYTE, at + 1, how);
    entries.set(JAVA_SHORT, at + 2, more);
    entries.set(JAVA_INT, at + 4, on);
    entries.set(JAVA_LONG, at + 8, 0);
    entries.set(JAVA_LONG, at + 16, 0);
    entries.set(JAVA_LONG, at + 24, 0);
    entries.set(JAVA_LONG, at + 32, number);
    entries.set(JAVA_LONG, at + 40, 0);
    entries.set(JAVA_LONG, at + 48, 0);
    INT.setRelease(shared, sqTail, next + 1);
    prepared++;
    return at;
  }

  /// Begins what was prepared, and waits for a completion, a [#wake] or a second; not when other
  /// threads left work meanwhile, who [#wake] after they left it.
  public void run(BooleanSupplier work) {
    asleep.set(true);
    enter(work.getAsBoolean() ? 0 : 1);
    asleep.set(false);
  }

  private void enter(int completed) {
    var done =
        Calls.numbered(
            state, ENTER, file, prepared, completed, GET_EVENTS | EXTENDED, wait.address(), 24);
    prepared = shared.get(JAVA_INT, sqTail) - (int) INT.getAcquire(shared, sqHead);
    if (done < 0 && done != -TIME && done != -Calls.INTERRUPTED && done != -Calls.AGAIN) {
      throw new IllegalStateException("io_uring_enter failed with error " + -done);
    }
  }

  /// Goes to the next completion, if there is one.
  public boolean next() {
    if (head == tail) {
      tail = (int) INT.getAcquire(shared, cqTail);
      if (head == tail) {
        return false;
      }
    }
    var at = completions + (long) (head & cqMask) * CQE;
    id = shared.get(JAVA_LONG, at);
    result = shared.get(JAVA_INT, at + 8);
    flags = shared.get(JAVA_INT, at + 12);
    head++;
    INT.setRelease(shared, cqHead, head);
    if (id == WOKEN) {
      listen();
    }
    return true;
  }

  public long id() {
    return id;
  }

  public int result() {
    return result;
  }

  /// Whether the operation goes on and will complete again.
  public boolean goesOn() {
    return (flags & MORE) != 0;
  }

  /// The buffer of what was received, -1 if none; to be given back.
  public int buffer() {
    return (flags & HAS_BUFFER) != 0 ? flags >>> 16 : -1;
  }

  /// All buffers; one starts at [#at].
  public ByteBuffer received() {
    return received;
  }

  public int at(int buffer) {
    return buffer * STRIDE;
  }

  public void giveBack(int buffer) {
    var at = 16L * (freed & BUFFERS - 1);
    free.set(JAVA_LONG, at, pool + (long) buffer * STRIDE);
    free.set(JAVA_INT, at + 8, BUFFER);
    free.set(JAVA_SHORT, at + 12, (short) buffer);
    freed++;
    SHORT.setRelease(free, 14L, freed);
  }

  /// From any thread: lets a [#run] of a sleeping ring return.
  public void wake() {
    if (asleep.compareAndSet(true, false)) {
      try (var own = Arena.ofConfined()) {
        Calls.signal(Calls.state(own), events);
      }
    }
  }

  /// What is under way is given up: the system touches our memory for it only while this thread
  /// calls [#run]. Nobody may [#wake] any more.
  @Override
  public void close() throws IOException {
    Calls.unmap(state, entries);
    Calls.unmap(state, shared);
    Calls.close(state, file);
    Calls.close(state, events);
    memory.close();
  }
}
