package duixian.handle.transport.stream;

import java.nio.ByteBuffer;

/// Where the answers on a connection go. Of the connection's own thread, but for [#tell]; they
/// leave when all that came is answered.
public interface Replies {
  /// Room for an answer of the usual length, from its position on. What was written there moves the
  /// position and is told to [#wrote].
  ByteBuffer room();

  void wrote(int bytes);

  void put(byte[] bytes);

  /// The same as [#put], from any thread.
  void tell(byte[] bytes);

  /// Whether so much waits to be read by the other side that nothing more should be taken from it.
  boolean isFull();

  /// Nothing more is heard, and the connection closed when what was put has left.
  void end();
}
