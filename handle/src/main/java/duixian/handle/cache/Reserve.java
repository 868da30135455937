package duixian.handle.cache;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Zeroes of the system that take no memory before they are written, and none of what the JVM may
/// use.
final class Reserve implements AutoCloseable {
  private static final MethodHandle RESERVE =
      system("calloc", FunctionDescriptor.of(ADDRESS, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle FREE = system("free", FunctionDescriptor.ofVoid(ADDRESS));
  private static final long HUGE_PAGE = 2 << 20;
  private static final int HUGE_PAGES_PLEASE = 14;

  final MemorySegment memory;

  @SuppressWarnings("restricted")
  Reserve(long bytes) {
    try {
      var start = (MemorySegment) RESERVE.invokeExact(1L, bytes);
      if (start.address() == 0) {
        throw new OutOfMemoryError("no " + bytes + " bytes for the cache of identifiers");
      }
      memory = start.reinterpret(bytes);
    } catch (Throwable e) {
      throw e instanceof Error error ? error : new AssertionError("calloc threw", e);
    }
  }

  @SuppressWarnings("restricted") // the signatures are those of the manual pages
  private static MethodHandle system(String name, FunctionDescriptor signature) {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
  }

  /// Asks for huge pages from here on: reads at random miss the table of small ones too, of which
  /// there are a third of a million. Filling takes longer for it, so whoever only writes does
  /// without; a system that has none to give goes on with small ones.
  void inHugePages() {
    var from = memory.address() + HUGE_PAGE - 1 & -HUGE_PAGE;
    var size = memory.address() + memory.byteSize() - from & -HUGE_PAGE;
    if (size > 0 && System.getProperty("os.name").equals("Linux")) {
      var advise = system("madvise", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
      try {
        var _ = (int) advise.invokeExact(MemorySegment.ofAddress(from), size, HUGE_PAGES_PLEASE);
      } catch (Throwable e) {
        throw new AssertionError("madvise threw", e);
      }
    }
  }

  /// Nobody may read any more.
  @Override
  public void close() {
    try {
      FREE.invokeExact(memory);
    } catch (Throwable e) {
      throw new AssertionError("free threw", e);
    }
  }
}
