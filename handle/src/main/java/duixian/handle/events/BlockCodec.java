package duixian.handle.events;

import duixian.handle.events.Block.Answers;
import duixian.handle.events.Block.Changes;
import duixian.handle.events.Block.ClockJump;
import duixian.handle.events.Block.Prefix;
import duixian.handle.store.Group;
import duixian.handle.store.Varint;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;

/// A block as bytes: its kind, then what the kind needs.
final class BlockCodec {
  static final int CHANGES = 1;
  static final int ANSWERS = 2;
  static final int CLOCK = 3;

  private BlockCodec() {}

  static byte[] encode(Block block) {
    var out = new ByteArrayOutputStream();
    switch (block) {
      case Changes(var group) -> changes(out, group.encode());
      case Answers answers -> answers(out, answers);
      case ClockJump(var millis, var wall) -> {
        out.write(CLOCK);
        out.writeBytes(ByteBuffer.allocate(16).putLong(millis).putLong(wall).array());
      }
    }
    return out.toByteArray();
  }

  static byte[] changes(byte[] payload) {
    var out = new ByteArrayOutputStream(payload.length + 1);
    changes(out, payload);
    return out.toByteArray();
  }

  private static void changes(ByteArrayOutputStream out, byte[] payload) {
    out.write(CHANGES);
    out.writeBytes(payload);
  }

  private static void answers(ByteArrayOutputStream out, Answers answers) {
    out.write(ANSWERS);
    out.writeBytes(
        ByteBuffer.allocate(16).putLong(answers.tick()).putLong(answers.millis()).array());
    Varint.write(out, answers.prefixes().size());
    for (var prefix : answers.prefixes()) {
      var name = prefix.name().getBytes(StandardCharsets.UTF_8);
      Varint.write(out, prefix.number());
      Varint.write(out, name.length);
      out.writeBytes(name);
    }
    out.writeBytes(answers.notes());
  }

  static Block decode(byte[] body) {
    var in = ByteBuffer.wrap(body);
    var kind = in.get();
    return switch (kind) {
      case CHANGES -> new Changes(Group.decode(Arrays.copyOfRange(body, 1, body.length)));
      case ANSWERS -> answers(in);
      case CLOCK -> new ClockJump(in.getLong(), in.getLong());
      default -> throw new IllegalArgumentException("kind of block must be 1..3, was " + kind);
    };
  }

  private static Answers answers(ByteBuffer in) {
    var tick = in.getLong();
    var millis = in.getLong();
    var prefixes = new ArrayList<Prefix>();
    for (long left = Varint.read(in); left > 0; left--) {
      var number = (int) Varint.read(in);
      var name = new byte[(int) Varint.read(in)];
      in.get(name);
      prefixes.add(new Prefix(number, new String(name, StandardCharsets.UTF_8)));
    }
    var notes = new byte[in.remaining()];
    in.get(notes);
    return new Answers(tick, millis, prefixes, notes);
  }
}
