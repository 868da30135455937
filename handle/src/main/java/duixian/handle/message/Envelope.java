package duixian.handle.message;

import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Output;

/// The first 20 bytes of a message, and of every UDP packet (RFC 3652, section 2.1.1).
///
/// `length` counts the bytes that follow the envelope, in a truncated message those of the whole;
/// `sequence` is the number of the packet. The lower bits of `flags` say what version the sender
/// suggests.
public record Envelope(
    byte major, byte minor, int flags, int session, int request, int sequence, int length) {
  public static final int SIZE = 20;

  /// Longer messages are refused before a byte of them is kept.
  public static final int LONGEST = 262_144;

  public static final int COMPRESSED = 0x8000;
  public static final int ENCRYPTED = 0x4000;
  public static final int TRUNCATED = 0x2000;

  /// The dialect we speak, and as the lower bits of the flags the one we suggest.
  static final byte MAJOR = 2;

  static final byte MINOR = 11;

  /// The bits of the flags that suggest a version.
  static final int SUGGESTION = 0x1fff;

  static final int SUGGESTED = MAJOR << 8 | MINOR;

  public static Envelope of(int session, int request) {
    return new Envelope(MAJOR, MINOR, SUGGESTED, session, request, 0, 0);
  }

  /// The envelope of an answer: in the sender's version if it is older than ours.
  public Envelope reply() {
    var ours = speaks(MINOR);
    return new Envelope(
        ours ? MAJOR : major, ours ? MINOR : minor, SUGGESTED, session, request, 0, 0);
  }

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /// Whether the sender understands what came with version `2.minor`.
  public boolean speaks(int wanted) {
    return major > MAJOR || (major == MAJOR && minor >= wanted);
  }

  public Envelope withLength(int bytes) {
    return new Envelope(major, minor, flags, session, request, sequence, bytes);
  }

  public Envelope withFlags(int others) {
    return new Envelope(major, minor, others, session, request, sequence, length);
  }

  public Envelope withSession(int id) {
    return new Envelope(major, minor, flags, id, request, sequence, length);
  }

  Envelope whole() {
    return new Envelope(major, minor, flags & ~TRUNCATED, session, request, 0, length);
  }

  Envelope fragment(int number) {
    return new Envelope(major, minor, flags | TRUNCATED, session, request, number, length);
  }

  public static Envelope read(Input in) {
    var envelope =
        new Envelope(in.int1(), in.int1(), in.int2(), in.int4(), in.int4(), in.int4(), in.int4());
    if (envelope.length < 0 || envelope.length > LONGEST) {
      throw new Malformed("message length must be 0..262144, was " + envelope.length);
    }
    return envelope;
  }

  public void write(Output out) {
    out.int1(major).int1(minor).int2(flags);
    out.int4(session).int4(request).int4(sequence).int4(length);
  }
}
