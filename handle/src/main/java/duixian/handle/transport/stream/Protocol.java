package duixian.handle.transport.stream;

import java.nio.ByteBuffer;

/// What is said on connections; one for each thread that reads. `C` is what it keeps of each.
///
/// What is heard may be answered at once or with the next [#answer], so that what came on many
/// connections together can be looked up together.
public interface Protocol<C> {
  C begin(int source, Replies replies);

  /// Takes the whole messages of a connection that stand in the buffer before `to`, and says where
  /// the rest begins: it comes again, with more behind it. The buffer stays as it is until the next
  /// [#answer].
  int hear(C connection, ByteBuffer in, int from, int to);

  /// Answers all that was heard on any connection.
  void answer();
}
