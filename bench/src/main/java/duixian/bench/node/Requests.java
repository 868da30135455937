package duixian.bench.node;

/// Makes the next request as bytes of the protocol.
interface Requests {
  byte[] next(int request);
}
