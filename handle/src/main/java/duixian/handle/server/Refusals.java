package duixian.handle.server;

import duixian.handle.message.Encoder;
import duixian.handle.message.Envelope;
import duixian.handle.message.Header;
import duixian.handle.message.Message;
import duixian.handle.message.Result;
import duixian.handle.value.Input;
import duixian.handle.value.Malformed;

/// Answers given before a request is looked at: too many, too long, too fast.
final class Refusals {
  private Refusals() {}

  /// A refusal of the message that starts with these bytes, envelope and what there is of the
  /// header.
  static byte[] of(byte[] start, Result result) {
    var in = new Input(start);
    var envelope = envelope(in);
    try {
      return Encoder.encode(Message.refusal(envelope, Header.read(in), result));
    } catch (Malformed _) {
      var none = new Header(0, 0, 0, 0, 0, (byte) 0, 0, 0);
      return Encoder.encode(Message.refusal(envelope, none, result));
    }
  }

  /// The envelope without its length, which may be what is wrong.
  private static Envelope envelope(Input in) {
    var envelope =
        new Envelope(in.int1(), in.int1(), in.int2(), in.int4(), in.int4(), in.int4(), 0);
    in.int4();
    return envelope;
  }
}
