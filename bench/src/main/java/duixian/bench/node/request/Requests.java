package duixian.bench.node.request;

import java.nio.ByteBuffer;

/// A source of encoded requests.
public interface Requests {
  /// Writes the next one, under this request id.
  void next(int request, ByteBuffer into);
}
