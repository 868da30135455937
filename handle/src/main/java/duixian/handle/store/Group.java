package duixian.handle.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The changes that became durable together, in the order in which they were decided.
///
/// Groups are numbered from 1 without holes; `millis` never goes back. The same bytes are kept in
/// the store's batch and in the event log, so that a crash between the two is mended from the
/// store.
public record Group(long number, long millis, List<Noted> events) {
  /// More than number, time and count take, and more than is written before an identifier.
  private static final int HEAD = 32;

  public Group {
    events = List.copyOf(events);
  }

  /// One event of one identifier.
  @SuppressWarnings("ArrayRecordComponent")
  public record Noted(Event event, Channel channel, byte[] id) {}

  /// Number, time, count, then per event a byte of event and channel and the identifier, of which
  /// only what differs from the one before is written.
  public byte[] encode() {
    var out = ByteBuffer.allocate(HEAD + events.size() * 16).putLong(number).putLong(millis);
    Varint.write(out, events.size());
    var before = new byte[0];
    for (var noted : events) {
      var id = noted.id();
      if (out.remaining() < HEAD + id.length) {
        out = ByteBuffer.allocate(out.capacity() * 2 + id.length).put(out.flip());
      }
      var same = shared(before, id);
      out.put((byte) (noted.event().code() << 4 | noted.channel().code()));
      Varint.write(out, same);
      Varint.write(out, id.length - same);
      out.put(id, same, id.length - same);
      before = id;
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  public static Group decode(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    var number = in.getLong();
    var millis = in.getLong();
    var count = (int) Varint.read(in);
    var events = new ArrayList<Noted>(count);
    var before = new byte[0];
    for (int i = 0; i < count; i++) {
      int what = in.get();
      var same = (int) Varint.read(in);
      var id = new byte[same + (int) Varint.read(in)];
      System.arraycopy(before, 0, id, 0, same);
      in.get(id, same, id.length - same);
      events.add(new Noted(Event.of(what >> 4), Channel.of(what & 15), id));
      before = id;
    }
    return new Group(number, millis, events);
  }

  private static int shared(byte[] before, byte[] id) {
    var length = Math.min(before.length, id.length);
    var different = Arrays.mismatch(before, 0, length, id, 0, length);
    return different < 0 ? length : different;
  }
}
