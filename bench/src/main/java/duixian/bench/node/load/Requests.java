package duixian.bench.node.load;

/// Makes the next request as bytes of the protocol.
interface Requests {
  byte[] next(int request);
}
