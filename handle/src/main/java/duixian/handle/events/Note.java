package duixian.handle.events;

import duixian.handle.store.Channel;
import java.nio.ByteBuffer;

/// One answer in the log: 4 bits of answer, 3 of channel and 1 of burst, the prefix's number, the
/// hash of the identifier and the source's address.
public record Note(
    int answer, Channel channel, boolean burst, int prefix, long idHash, int source) {
  /// Bytes of one note.
  public static final int BYTES = 16;

  private static final int BURST = 0x80;

  /// The first byte of a note.
  public static int what(int answer, Channel channel, boolean burst) {
    return answer | channel.code() << 4 | (burst ? BURST : 0);
  }

  /// Prefix numbers go up to 2^24.
  public static void write(ByteBuffer out, int what, int prefix, long idHash, int source) {
    out.putInt(what << 24 | prefix);
    out.putLong(idHash);
    out.putInt(source);
  }

  /// The note whose first word is this one, without identifier and source.
  public static Note of(int word) {
    var what = word >>> 24;
    return new Note(
        what & 15, Channel.of(what >> 4 & 7), (what & BURST) != 0, word & 0xFFFFFF, 0, 0);
  }

  /// Goes on to the next note.
  public static void skip(ByteBuffer in) {
    in.position(in.position() + BYTES);
  }
}
