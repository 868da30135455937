package duixian.bench.node.load;

import java.nio.ByteBuffer;

/// What is said on a connection that stays open.
interface Speech {
  int INCOMPLETE = -1;

  /// Writes the next request.
  void ask(ByteBuffer into);

  /// How many operations a request asks for.
  default int size() {
    return 1;
  }

  /// Takes one answer out of what came and says how many operations succeeded; [#INCOMPLETE] when
  /// the rest is still to come.
  int hear(ByteBuffer from);
}
