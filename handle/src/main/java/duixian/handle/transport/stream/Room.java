package duixian.handle.transport.stream;

/// What the connections of one loop may hold together, whatever each of them may: blocks of what is
/// to be sent, and bytes of what is not a whole message yet. Whoever wants more is broken off.
record Room(int blocks, int bytes) {
  private static final int BLOCKS = 8192;
  private static final int BYTES = 64 << 20;

  /// A share for each of so many loops: 128 and 64 MB in all.
  static Room shared(int loops) {
    return new Room(BLOCKS / loops, BYTES / loops);
  }
}
