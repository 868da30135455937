package duixian.handle.message;

import duixian.handle.value.HandleRecord;
import java.nio.ByteBuffer;

/// A resolve without session, signature, cipher or digest, in one packet, where it stands: read and
/// answered from bytes to bytes, without an object in between. `at` is where its envelope begins.
public final class PlainResolve {
  private static final int HEAD = Envelope.SIZE + Header.SIZE;
  private static final int FLAGS = Envelope.SIZE + 8;
  private static final int BODY_LENGTH = HEAD - 4;

  /// Beside the identifier: three lengths.
  private static final int SMALLEST = 12;

  /// Flags of the envelope that a plain one has not, and its session.
  private static final long SPECIAL_ENVELOPE =
      (long) (Envelope.COMPRESSED | Envelope.ENCRYPTED | Envelope.TRUNCATED) << 32 | 0xffffffffL;

  private static final int SPECIAL = Header.CERTIFY | Header.ENCRYPT | Header.RETURN_DIGEST;

  private PlainResolve() {}

  /// Whether the message at `at` is one, all of it there.
  public static boolean is(ByteBuffer in, int at, int length) {
    return length >= HEAD + SMALLEST
        && (in.getLong(at) & SPECIAL_ENVELOPE) == 0
        && in.getInt(at + Envelope.SIZE) == 1
        && in.getInt(at + Envelope.SIZE + 4) == 0
        && (in.getInt(at + FLAGS) & SPECIAL) == 0
        && bodyLength(in, at) >= SMALLEST
        && bodyLength(in, at) <= length - HEAD
        && idLength(in, at) > 0
        && idLength(in, at) <= bodyLength(in, at) - SMALLEST;
  }

  public static int body(int at) {
    return at + HEAD;
  }

  public static int bodyLength(ByteBuffer in, int at) {
    return in.getInt(at + BODY_LENGTH);
  }

  /// Where the identifier begins.
  public static int id(int at) {
    return at + HEAD + 4;
  }

  public static int idLength(ByteBuffer in, int at) {
    return in.getInt(at + HEAD);
  }

  /// Whether all values are asked for: neither indexes nor types are named.
  public static boolean asksAll(ByteBuffer in, int at) {
    var idLength = idLength(in, at);
    return bodyLength(in, at) == idLength + SMALLEST && in.getLong(id(at) + idLength) == 0;
  }

  /// Writes all values of the stored record as an answer; false when that takes more, or there is
  /// no room, and then `out` stands where it stood. `modified` and `expires` are in seconds since
  /// 1970.
  public static boolean answer(
      ByteBuffer in,
      int at,
      byte[] record,
      int from,
      int end,
      long modified,
      int expires,
      ByteBuffer out) {
    var start = out.position();
    var named = 4 + idLength(in, at);
    if (out.remaining() >= HEAD + named) {
      out.put(start + HEAD, in, body(at), named);
      out.position(start + HEAD + named);
      if (HandleRecord.copyOpen(record, from, end, modified, out) && out.remaining() >= 4) {
        out.putInt(0);
        head(in, at, start, expires, out);
        return true;
      }
    }
    out.position(start);
    return false;
  }

  /// Where an answer's body is to be written when the answer begins at `start`.
  public static int answerBody(int start) {
    return start + HEAD;
  }

  /// Writes what stands before the body of an answer that begins at `start` and ends, with nothing
  /// signed, at the position of `out`.
  public static void head(ByteBuffer in, int at, int start, int expires, ByteBuffer out) {
    var length = out.position() - start;
    var ours = in.get(at) > 2 || (in.get(at) == 2 && in.get(at + 1) >= 11);
    out.putShort(start, ours ? (short) 0x020b : in.getShort(at));
    out.putShort(start + 2, (short) 0x020b);
    out.putInt(start + 4, 0);
    out.putInt(start + 8, in.getInt(at + 8));
    out.putInt(start + 12, 0);
    out.putInt(start + 16, length - Envelope.SIZE);
    var header = start + Envelope.SIZE;
    out.putInt(header, 1);
    out.putInt(header + 4, 1);
    var kept = Header.KEEP_ALIVE | Header.RECURSIVE | Header.CACHE_CERTIFY;
    out.putInt(header + 8, in.getInt(at + FLAGS) & kept);
    out.putShort(header + 12, (short) 1);
    out.putShort(header + 14, (short) ((in.get(at + Envelope.SIZE + 14) & 0xff) << 8));
    out.putInt(header + 16, expires);
    out.putInt(start + BODY_LENGTH, length - HEAD - 4);
  }
}
