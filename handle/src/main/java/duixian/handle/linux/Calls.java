package duixian.handle.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/// Calls of the system that the JDK does not offer. What fails is an [IOException] with the call's
/// name and the number of the error, or that number, negative.
public final class Calls {
  public static final int INTERRUPTED = 4;
  public static final int AGAIN = 11;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final long ERRNO = STATE.byteOffset(PathElement.groupElement("errno"));

  private static final MethodHandle SOCKET = call("socket", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle BIND = call("bind", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle CONNECT = call("connect", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle LISTEN = call("listen", JAVA_INT, JAVA_INT);
  private static final MethodHandle NAME = call("getsockname", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle PEER = call("getpeername", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle OPTION =
      call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle SHUTDOWN = call("shutdown", JAVA_INT, JAVA_INT);
  private static final MethodHandle CLOSE = call("close", JAVA_INT);
  private static final MethodHandle RECEIVE =
      call("recvmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle SEND = call("sendmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private static final MethodHandle EVENTS = call("eventfd", JAVA_INT, JAVA_INT);
  private static final MethodHandle SIGNAL = call("eventfd_write", JAVA_INT, JAVA_LONG);
  private static final MethodHandle UNMAP = call("munmap", ADDRESS, JAVA_LONG);
  private static final MethodHandle MAP =
      handle(
          "mmap",
          FunctionDescriptor.of(
              ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle NUMBERED =
      handle(
          "syscall",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
              JAVA_LONG),
          Linker.Option.firstVariadicArg(1));

  private Calls() {}

  private static MethodHandle call(String name, MemoryLayout... arguments) {
    return handle(name, FunctionDescriptor.of(JAVA_INT, arguments));
  }

  @SuppressWarnings("restricted") // the signatures are those of the manual pages
  private static MethodHandle handle(
      String name, FunctionDescriptor signature, Linker.Option... options) {
    var all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = Linker.Option.captureCallState("errno");
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), signature, all);
  }

  /// Whether this is a system whose structures we know.
  public static boolean areKnown() {
    var machine = System.getProperty("os.arch", "");
    return System.getProperty("os.name", "").equals("Linux")
        && (machine.equals("amd64") || machine.equals("aarch64"));
  }

  /// Room for the number of an error; one for each thread that calls.
  public static MemorySegment state(SegmentAllocator memory) {
    return memory.allocate(STATE);
  }

  public static int socket(MemorySegment state, int family, int kind) throws IOException {
    return done("socket", state, () -> (int) SOCKET.invokeExact(state, family, kind, 0));
  }

  public static void bind(MemorySegment state, int socket, MemorySegment address)
      throws IOException {
    var size = (int) address.byteSize();
    done("bind", state, () -> (int) BIND.invokeExact(state, socket, address, size));
  }

  public static void connect(MemorySegment state, int socket, MemorySegment address)
      throws IOException {
    var size = (int) address.byteSize();
    done("connect", state, () -> (int) CONNECT.invokeExact(state, socket, address, size));
  }

  public static void listen(MemorySegment state, int socket, int backlog) throws IOException {
    done("listen", state, () -> (int) LISTEN.invokeExact(state, socket, backlog));
  }

  static void name(MemorySegment state, int socket, MemorySegment address, MemorySegment size)
      throws IOException {
    done("getsockname", state, () -> (int) NAME.invokeExact(state, socket, address, size));
  }

  /// False when there is no other side any more.
  public static boolean peer(
      MemorySegment state, int socket, MemorySegment address, MemorySegment size) {
    return told(state, () -> (int) PEER.invokeExact(state, socket, address, size)) == 0;
  }

  public static void option(
      MemorySegment state, int socket, int level, int option, MemorySegment value)
      throws IOException {
    var size = (int) value.byteSize();
    done(
        "setsockopt",
        state,
        () -> (int) OPTION.invokeExact(state, socket, level, option, value, size));
  }

  /// Ends both directions; nothing happens where the other side has gone.
  public static void shutdown(MemorySegment state, int socket) {
    var both = 2;
    told(state, () -> (int) SHUTDOWN.invokeExact(state, socket, both));
  }

  public static void close(MemorySegment state, int file) throws IOException {
    done("close", state, () -> (int) CLOSE.invokeExact(state, file));
  }

  /// How many came, or the number of the error, negative.
  public static int receive(
      MemorySegment state, int socket, MemorySegment heads, int most, int flags) {
    return told(
        state,
        () -> (int) RECEIVE.invokeExact(state, socket, heads, most, flags, MemorySegment.NULL));
  }

  /// How many went, or the number of the error, negative.
  public static int send(MemorySegment state, int socket, MemorySegment heads, int count) {
    return told(state, () -> (int) SEND.invokeExact(state, socket, heads, count, 0));
  }

  /// A file that can be read once [#signal] was called.
  static int events(MemorySegment state) throws IOException {
    return done("eventfd", state, () -> (int) EVENTS.invokeExact(state, 0, 0x80000));
  }

  static void signal(MemorySegment state, int events) {
    told(state, () -> (int) SIGNAL.invokeExact(state, events, 1L));
  }

  /// Memory that is shared with the system, to be read and written.
  @SuppressWarnings("restricted") // the size is the one that was mapped
  static MemorySegment map(MemorySegment state, int file, long offset, long size)
      throws IOException {
    var readAndWrite = 3;
    var sharedAndPresent = 0x8001;
    try {
      var at =
          (MemorySegment)
              MAP.invokeExact(
                  state, MemorySegment.NULL, size, readAndWrite, sharedAndPresent, file, offset);
      if (at.address() == -1) {
        throw new IOException("mmap failed with error " + state.get(JAVA_INT, ERRNO));
      }
      return at.reinterpret(size);
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw thrown(e);
    }
  }

  static void unmap(MemorySegment state, MemorySegment memory) {
    told(state, () -> (int) UNMAP.invokeExact(state, memory, memory.byteSize()));
  }

  /// A call by its number: what it gives, or the number of the error, negative.
  static int numbered(
      MemorySegment state, long call, long a, long b, long c, long d, long e, long f) {
    try {
      var result = (long) NUMBERED.invokeExact(state, call, a, b, c, d, e, f);
      return result < 0 ? -state.get(JAVA_INT, ERRNO) : (int) result;
    } catch (Throwable thrown) {
      throw thrown(thrown);
    }
  }

  /// A call of the system, which throws nothing.
  private interface Call {
    int call() throws Throwable;
  }

  private static int told(MemorySegment state, Call call) {
    try {
      var result = call.call();
      return result < 0 ? -state.get(JAVA_INT, ERRNO) : result;
    } catch (Throwable e) {
      throw thrown(e);
    }
  }

  private static AssertionError thrown(Throwable e) {
    return new AssertionError("a call of the system threw", e);
  }

  private static int done(String name, MemorySegment state, Call call) throws IOException {
    var result = told(state, call);
    if (result < 0) {
      throw new IOException(name + " failed with error " + -result);
    }
    return result;
  }
}
