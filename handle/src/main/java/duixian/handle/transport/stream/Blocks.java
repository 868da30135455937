package duixian.handle.transport.stream;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/// Memory for what is to be sent; the block given back last is taken first. Of one thread.
final class Blocks {
  static final int SIZE = 16 * 1024;

  /// Starts of blocks a power of two apart would share the same lines of the processor's cache.
  private static final int APART = 192;

  private final ArrayDeque<Block> free = new ArrayDeque<>();

  /// `bytes` is filled up to the position of `room`, which is another view of it.
  record Block(MemorySegment bytes, ByteBuffer room) {
    int length() {
      return room.position();
    }
  }

  Block take() {
    var block = free.pollLast();
    if (block == null) {
      var room = ByteBuffer.allocateDirect(SIZE + APART).slice(0, SIZE);
      return new Block(MemorySegment.ofBuffer(room), room);
    }
    block.room().clear();
    return block;
  }

  void giveBack(Block block) {
    free.addLast(block);
  }
}
