package duixian.handle.transport.stream;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Memory for what is to be sent; the block given back last is taken first. Of one thread.
final class Blocks {
  static final int SIZE = 16 * 1024;

  /// Starts of blocks a power of two apart would share the same lines of the processor's cache.
  private static final int APART = 192;

  private final int most;
  private final ArrayDeque<Block> free = new ArrayDeque<>();
  private final Block wasted = fresh();
  private int taken;

  /// `bytes` is filled up to the position of `room`, which is another view of it.
  record Block(MemorySegment bytes, ByteBuffer room) {
    int length() {
      return room.position();
    }
  }

  Blocks(int most) {
    this.most = most;
  }

  private static Block fresh() {
    var room = ByteBuffer.allocateDirect(SIZE + APART).slice(0, SIZE);
    return new Block(MemorySegment.ofBuffer(room), room);
  }

  /// Whether who holds one should take no other for now.
  boolean areScarce() {
    return taken > most / 4 * 3;
  }

  /// Null when there is none left.
  @Nullable Block take() {
    if (taken == most) {
      return null;
    }
    taken++;
    var block = free.pollLast();
    if (block == null) {
      return fresh();
    }
    block.room().clear();
    return block;
  }

  void giveBack(Block block) {
    taken--;
    free.addLast(block);
  }

  /// Room for what nobody will be sent.
  ByteBuffer wasted() {
    return wasted.room().clear();
  }
}
