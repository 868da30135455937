package duixian.bench.node.load;

import java.nio.ByteBuffer;

/// A source of encoded requests.
interface Requests {
  /// Writes the next one, under this request id.
  void next(int request, ByteBuffer into);
}
