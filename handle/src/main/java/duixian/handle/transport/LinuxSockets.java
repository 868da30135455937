package duixian.handle.transport;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;

/// The system calls on sockets that the JDK does not offer. What fails is an [IOException] with the
/// call's name and the number of the error.
final class LinuxSockets {
  static final int INTERRUPTED = 4;
  static final int AGAIN = 11;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final long ERRNO = STATE.byteOffset(PathElement.groupElement("errno"));

  private static final MethodHandle SOCKET = call("socket", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle BIND = call("bind", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle NAME = call("getsockname", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle OPTION =
      call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle CLOSE = call("close", JAVA_INT);
  private static final MethodHandle RECEIVE =
      call("recvmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle SEND = call("sendmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);

  private LinuxSockets() {}

  @SuppressWarnings("restricted") // the signatures are those of the manual pages
  private static MethodHandle call(String name, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(JAVA_INT, arguments),
        Linker.Option.captureCallState("errno"));
  }

  /// Room for the number of an error; one for each thread that calls.
  static MemorySegment state(SegmentAllocator memory) {
    return memory.allocate(STATE);
  }

  static int socket(MemorySegment state, int family, int kind) throws IOException {
    return done("socket", state, () -> (int) SOCKET.invokeExact(state, family, kind, 0));
  }

  static void bind(MemorySegment state, int socket, MemorySegment address) throws IOException {
    var size = (int) address.byteSize();
    done("bind", state, () -> (int) BIND.invokeExact(state, socket, address, size));
  }

  static void name(MemorySegment state, int socket, MemorySegment address, MemorySegment size)
      throws IOException {
    done("getsockname", state, () -> (int) NAME.invokeExact(state, socket, address, size));
  }

  static void option(MemorySegment state, int socket, int option, MemorySegment value)
      throws IOException {
    var level = 1;
    var size = (int) value.byteSize();
    done(
        "setsockopt",
        state,
        () -> (int) OPTION.invokeExact(state, socket, level, option, value, size));
  }

  static void close(MemorySegment state, int socket) throws IOException {
    done("close", state, () -> (int) CLOSE.invokeExact(state, socket));
  }

  /// How many came, or the number of the error, negative.
  static int receive(MemorySegment state, int socket, MemorySegment heads, int most, int flags)
      throws IOException {
    return told(
        state,
        () -> (int) RECEIVE.invokeExact(state, socket, heads, most, flags, MemorySegment.NULL));
  }

  /// How many went, or the number of the error, negative.
  static int send(MemorySegment state, int socket, MemorySegment heads, int count) {
    return told(state, () -> (int) SEND.invokeExact(state, socket, heads, count, 0));
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
      throw new AssertionError("a call of the system threw", e);
    }
  }

  private static int done(String name, MemorySegment state, Call call) throws IOException {
    var result = told(state, call);
    if (result < 0) {
      throw new IOException(name + " failed with error " + -result);
    }
    return result;
  }
}
