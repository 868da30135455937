package duixian.handle.evidence;

import duixian.handle.store.Channel;

/// Takes note of every answer. Costs some tens of nanoseconds, never blocks on the disk, and may be
/// called from any thread.
public interface Journal extends AutoCloseable {

  /// The number of a prefix this node knows; ask once and keep it. 0 stands for every other prefix,
  /// so that made-up ones cost no memory.
  int prefix(String prefix);

  /// One request was answered. `idHash` is [duixian.handle.cache.AnswerCache#hash] of the
  /// identifier, `source` the client's IPv4 address as an int (IPv6: folded by xor); a source over
  /// the burst threshold is counted apart.
  void answered(int prefix, Channel channel, Answer answer, long idHash, int source);

  @Override
  void close();
}
