package duixian.handle.events;

import duixian.handle.store.Group;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// What is appended to the log at once. A block is a leaf of its minute's tree.
public sealed interface Block {

  /// Milliseconds since 1970 UTC; never goes back from block to block.
  long millis();

  /// How many events it tells of.
  long events();

  /// Changes of identifiers: each event is a leaf of a tree of its own, so that one registration
  /// can be proved without showing any other.
  record Changes(Group group) implements Block {
    @Override
    public long millis() {
      return group.millis();
    }

    @Override
    public long events() {
      return group.events().size();
    }
  }

  /// Answers to requests, as noted since the tick before. `prefixes` names the numbers used in
  /// `notes`; a note is [Note#BYTES] bytes.
  @SuppressWarnings("ArrayRecordComponent")
  record Answers(long tick, long millis, List<Prefix> prefixes, byte[] notes) implements Block {
    @Override
    public long events() {
      return notes.length / Note.BYTES;
    }
  }

  /// The system clock jumped: it says `wall` where the time kept here says `millis`.
  record ClockJump(long millis, long wall) implements Block {
    @Override
    public long events() {
      return 0;
    }
  }

  /// The number under which a prefix appears in a block.
  record Prefix(int number, String name) {}

  /// The bytes in the log, without frame.
  static byte[] encode(Block block) {
    return BlockCodec.encode(block);
  }

  static Block decode(byte[] body) {
    return BlockCodec.decode(body);
  }

  /// The leaf of the minute's tree.
  static byte[] hash(Block block, byte[] body) {
    var digest = Merkle.sha256();
    return switch (block) {
      case Changes(var group) ->
          Merkle.leaf(
              digest,
              head(group.number(), group.millis(), group.events().size()),
              root(digest, group));
      case Answers _, ClockJump _ -> Merkle.leaf(digest, body);
    };
  }

  /// What is hashed of a group beside its events: kind, number, time, count.
  static byte[] head(long number, long millis, int count) {
    return ByteBuffer.allocate(21)
        .put((byte) BlockCodec.CHANGES)
        .putLong(number)
        .putLong(millis)
        .putInt(count)
        .array();
  }

  /// Leaf by leaf: of a bulk load there are a million, and nobody needs them afterwards.
  private static byte[] root(MessageDigest digest, Group group) {
    var tree = new Merkle();
    for (var noted : group.events()) {
      tree.add(leaf(digest, group.millis(), noted));
    }
    return tree.root();
  }

  static List<byte[]> leaves(MessageDigest digest, Group group) {
    var leaves = new ArrayList<byte[]>(group.events().size());
    for (var noted : group.events()) {
      leaves.add(leaf(digest, group.millis(), noted));
    }
    return leaves;
  }

  /// The leaf of one event: time, event and channel, identifier.
  static byte[] leaf(MessageDigest digest, long millis, Group.Noted noted) {
    var head = ByteBuffer.allocate(10).putLong(millis);
    head.put((byte) noted.event().code()).put((byte) noted.channel().code());
    return Merkle.leaf(digest, head.array(), noted.id());
  }
}
