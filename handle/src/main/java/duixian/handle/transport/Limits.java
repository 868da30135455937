package duixian.handle.transport;

/// What one node, one connection and one source may take.
///
/// `perSecond` counts requests of one address, with a burst of one second; 0 is no limit.
/// `inFlight` counts the requests of a connection that wait for the store. `idleSeconds` closes a
/// silent connection.
public record Limits(
    int connections,
    int connectionsPerSource,
    int inFlight,
    int perSecond,
    int idleSeconds,
    int httpBody) {
  /// Fragments of unfinished UDP messages, in bytes, and how long they wait.
  public static final int FRAGMENT_BYTES = 16 << 20;

  public static final int FRAGMENT_SECONDS = 5;

  public static Limits usual() {
    return new Limits(20_000, 2_000, 256, 0, 300, 16 << 20);
  }
}
