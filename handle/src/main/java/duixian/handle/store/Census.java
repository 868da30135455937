package duixian.handle.store;

/// One look at every identifier that ever was, deleted ones too; called from several threads, so an
/// implementation counts in its own thread's place.
@FunctionalInterface
public interface Census {

  /// `id[0..length)` is only valid during the call.
  void visit(byte[] id, int length, long firstCreated, Channel channel, State state);

  /// What became of an identifier since its first creation.
  enum State {
    LIVE,
    DELETED,
    RECREATED
  }
}
