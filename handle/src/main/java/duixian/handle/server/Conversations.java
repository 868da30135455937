package duixian.handle.server;

import duixian.handle.cache.Lookups;
import duixian.handle.message.Envelope;
import duixian.handle.message.Result;
import duixian.handle.node.Caller;
import duixian.handle.node.QuickAnswers.Batch;
import duixian.handle.store.Channel;
import duixian.handle.transport.Context;
import duixian.handle.transport.stream.Protocol;
import duixian.handle.transport.stream.Replies;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/// The protocol on TCP: cuts messages, answers plain resolves at once, many of them together, and
/// hands everything else to a virtual thread.
final class Conversations implements Protocol<Conversation> {
  private static final System.Logger LOG = System.getLogger(Conversations.class.getName());
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Context context;
  private final Batch batch;
  private final Conversation[] whose = new Conversation[Lookups.MOST];
  private ByteBuffer in = NOTHING;

  /// For the thread that makes it.
  Conversations(Context context) {
    this.context = context;
    batch = context.quick().batch();
  }

  @Override
  public Conversation begin(int source, Replies replies) {
    return new Conversation(new Caller(Channel.TCP, source), replies, new AtomicInteger());
  }

  @SuppressWarnings("ReferenceEquality") // one batch is of one buffer, not of one content
  @Override
  public int hear(Conversation from, ByteBuffer buffer, int start, int end) {
    if (buffer != in) {
      answer();
      in = buffer;
    }
    var at = start;
    var size = size(at, end);
    while (size > 0 && !from.replies().isFull()) {
      whose[batch.count()] = from;
      batch.add(in, at, size);
      if (batch.full()) {
        answer();
      }
      at += size;
      size = size(at, end);
    }
    if (size < 0 && !from.replies().isFull()) {
      tooLong(from, at, end);
    }
    return at;
  }

  /// The size of the message that starts there: 0 when it is not whole yet, -1 when its length is
  /// wrong.
  private int size(int at, int end) {
    if (end - at < Envelope.SIZE) {
      return 0;
    }
    var length = in.getInt(at + Envelope.SIZE - 4);
    if (length < 0 || length > Envelope.LONGEST) {
      return -1;
    }
    return end - at < Envelope.SIZE + length ? 0 : Envelope.SIZE + length;
  }

  /// No way to find the next message after a wrong length: answer, then close.
  private void tooLong(Conversation from, int at, int end) {
    answer();
    context.node().counting().malformed(from.caller());
    var start = new byte[Math.min(end - at, Envelope.SIZE + 24)];
    in.get(at, start);
    from.replies().put(Refusals.of(start, Result.PROTOCOL_ERROR));
    from.replies().end();
  }

  @Override
  public void answer() {
    var count = batch.count();
    if (count > 0) {
      var now = context.clock().millis();
      batch.bring();
      for (int i = 0; i < count; i++) {
        message(whose[i], i, now);
      }
      batch.clear();
      context.traffic().request(Channel.TCP, count);
    }
  }

  private void message(Conversation from, int which, long now) {
    try {
      if (!context.rate().allows(from.caller().source(), now)) {
        context.traffic().rateExceeded.increment();
        context.node().counting().refused(from.caller());
        from.replies().put(Refusals.of(bytes(which), Result.RATE_EXCEEDED));
      } else if (batch.plain(which)) {
        plain(from, which, now);
      } else {
        later(from, bytes(which));
      }
    } catch (RuntimeException e) {
      // A mistake of ours must not take the other connections with it.
      LOG.log(System.Logger.Level.ERROR, "message", e);
      context.traffic().dropped.increment();
      from.replies().end();
    }
  }

  private byte[] bytes(int which) {
    var message = new byte[batch.size(which)];
    in.get(batch.start(which), message);
    return message;
  }

  private void plain(Conversation from, int which, long now) {
    var room = from.replies().room();
    var start = room.position();
    var written = batch.answer(which, in, room, from.caller(), now);
    if (written >= 0) {
      from.replies().wrote(written);
    } else {
      room.position(start);
      from.replies().put(context.quick().resolve(in, batch.start(which), from.caller()));
    }
  }

  private void later(Conversation from, byte[] message) {
    var since = System.nanoTime();
    var room = from.inFlight().incrementAndGet() <= context.limits().inFlight();
    if (!room || !context.work().offer(() -> answer(from, message, since))) {
      from.inFlight().decrementAndGet();
      from.replies().put(Refusals.of(message, Result.BUSY));
    }
  }

  private void answer(Conversation from, byte[] message, long since) {
    try {
      context.envoy().answer(message, from.caller(), from.replies()::tell);
    } finally {
      from.inFlight().decrementAndGet();
      context.traffic().took(since);
    }
  }
}
