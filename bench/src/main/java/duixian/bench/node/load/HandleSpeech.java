package duixian.bench.node.load;

import duixian.bench.node.request.Requests;
import duixian.handle.message.Envelope;
import java.nio.ByteBuffer;

/// The Handle protocol on a stream.
final class HandleSpeech implements Speech {
  private static final int LENGTH_AT = 16;
  private static final int RESULT_AT = 24;
  private final Requests requests;
  private int request;

  HandleSpeech(Requests requests) {
    this.requests = requests;
  }

  @Override
  public void ask(ByteBuffer into) {
    requests.next(++request, into);
  }

  @Override
  public int hear(ByteBuffer from) {
    var at = from.position();
    if (from.remaining() < Envelope.SIZE
        || from.remaining() < Envelope.SIZE + from.getInt(at + LENGTH_AT)) {
      return INCOMPLETE;
    }
    from.position(at + Envelope.SIZE + from.getInt(at + LENGTH_AT));
    // An echo gives the request back, whose result is 0.
    return from.getInt(at + RESULT_AT) <= 1 ? 1 : 0;
  }
}
