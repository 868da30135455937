package duixian.handle.message;

import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts a message into UDP packets of at most 512 bytes and puts one together again (RFC 3652,
/// 2.3).
///
/// Every packet has the envelope of the message; the n-th carries bytes 492·n and following.
/// Packets may come in any order and more than once; another length than the first packet's is a
/// [Malformed].
public final class Fragments {
  public static final int PACKET = 512;
  public static final int PAYLOAD = PACKET - Envelope.SIZE;

  private final Envelope first;
  private final byte[] bytes;
  private final boolean[] seen;
  private int missing;

  public Fragments(Envelope first) {
    this.first = first;
    bytes = new byte[first.length()];
    missing = Math.max(1, (bytes.length + PAYLOAD - 1) / PAYLOAD);
    seen = new boolean[missing];
  }

  /// The whole message after its last packet, else null.
  public @Nullable Whole add(Envelope envelope, byte[] payload) {
    var number = envelope.sequence();
    if (envelope.length() != bytes.length || number < 0 || number >= seen.length) {
      throw new Malformed("packet " + number + " does not belong to its message");
    }
    var from = number * PAYLOAD;
    if (payload.length != Math.min(PAYLOAD, bytes.length - from)) {
      throw new Malformed("packet " + number + " has " + payload.length + " bytes");
    }
    if (!seen[number]) {
      seen[number] = true;
      missing--;
      System.arraycopy(payload, 0, bytes, from, payload.length);
    }
    return missing > 0 ? null : new Whole(first.whole(), bytes);
  }

  /// A message put together, still encoded.
  @SuppressWarnings("ArrayRecordComponent")
  public record Whole(Envelope envelope, byte[] rest) {}

  /// The packets of an encoded message: itself when it fits into one.
  public static List<byte[]> cut(byte[] message) {
    if (message.length <= PACKET) {
      return List.of(message);
    }
    var envelope = Envelope.read(new Input(message));
    var packets = new ArrayList<byte[]>();
    for (var from = Envelope.SIZE; from < message.length; from += PAYLOAD) {
      var out = new Output(PACKET);
      envelope.fragment(packets.size()).write(out);
      out.raw(Arrays.copyOfRange(message, from, Math.min(message.length, from + PAYLOAD)));
      packets.add(out.toBytes());
    }
    return packets;
  }
}
