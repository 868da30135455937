package duixian.handle.node;

import duixian.handle.cache.AnswerCache;
import duixian.handle.cache.Lookups;
import duixian.handle.message.Decoder;
import duixian.handle.message.Encoder;
import duixian.handle.message.Envelope;
import duixian.handle.message.Header;
import duixian.handle.message.Message;
import duixian.handle.message.PlainResolve;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Hosted;
import duixian.handle.registry.Identifier;
import duixian.handle.store.Store;
import duixian.handle.value.HandleRecord;
import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Answers a plain resolve straight from the request's bytes to the answer's, without an object in
/// between, as long as what it takes is in memory; and sees that it is the next time.
///
/// Plain: no session, no signature, no cipher, no digest, one packet. Who asks for all values gets
/// those the store has in memory; for a part of them the cache of encoded answers has, under the
/// body of the request, the journal's number of the prefix and the body of the answer.
public final class QuickAnswers {
  private static final System.Logger LOG = System.getLogger(QuickAnswers.class.getName());
  private static final int LIFE_S = 12 * 3600;

  /// Instead of the number of a prefix: it is not in memory, or takes more than to be written out.
  private static final int UNKNOWN = -1;

  private static final int LONG_WAY = -2;

  private final Node node;
  private final AnswerCache cache;
  private final Hosted hosted = new Hosted();

  public QuickAnswers(Node node) {
    this.node = node;
    cache = node.store().answers();
  }

  /// A batch for one thread, to be used again and again.
  public Batch batch() {
    return new Batch();
  }

  /// Messages that came together: what the plain resolves among them take is looked up before the
  /// first is answered. `in` is always the buffer in which they stand.
  public final class Batch {
    private final Lookups lookups = new Lookups();
    private final int[] starts = new int[Lookups.MOST];
    private final int[] sizes = new int[Lookups.MOST];
    private final Store.Recalled known = new Store.Recalled();
    private final boolean[] plain = new boolean[Lookups.MOST];

    public void clear() {
      lookups.clear();
    }

    /// Adds the whole message that starts there; there must be room for another.
    public void add(ByteBuffer in, int at, int size) {
      var isPlain = PlainResolve.is(in, at, size);
      var hash =
          isPlain ? AnswerCache.hash(in, PlainResolve.id(at), PlainResolve.idLength(in, at)) : 0;
      var which = lookups.add(hash);
      plain[which] = isPlain;
      starts[which] = at;
      sizes[which] = size;
    }

    public int count() {
      return lookups.count();
    }

    public boolean full() {
      return lookups.count() == Lookups.MOST;
    }

    public int start(int which) {
      return starts[which];
    }

    public int size(int which) {
      return sizes[which];
    }

    public boolean plain(int which) {
      return plain[which];
    }

    /// To be called when all are added and none is answered.
    public void bring() {
      node.store().bring(lookups);
    }

    /// Writes the answer to a plain one to `out` at its position and answers its length, or -1 when
    /// it is not in memory or there is no room. `now` is in milliseconds, for the expiration.
    public int answer(int which, ByteBuffer in, ByteBuffer out, Caller caller, long now) {
      var at = starts[which];
      var start = out.position();
      var expires = (int) (now / 1000) + LIFE_S;
      var prefix = PlainResolve.asksAll(in, at) ? recalled(which, in, at, expires, out) : UNKNOWN;
      if (prefix == UNKNOWN) {
        prefix = kept(which, in, at, expires, out);
      }
      if (prefix < 0) {
        return -1;
      }
      node.counting().resolved(prefix, lookups.hash(which), caller);
      return out.position() - start;
    }

    /// The number of the prefix, [#UNKNOWN], or [#LONG_WAY].
    private int recalled(int which, ByteBuffer in, int at, int expires, ByteBuffer out) {
      var prefix =
          recall(lookups, which, in, PlainResolve.id(at), PlainResolve.idLength(in, at), known);
      if (prefix < 0) {
        return UNKNOWN;
      }
      var written =
          PlainResolve.answer(
              in, at, known.bytes, known.from, known.end, known.modified, expires, out);
      return written ? prefix : LONG_WAY;
    }

    /// The same from the cache of encoded answers, whose entry begins with the number of the
    /// prefix: it lands where the length of the body will stand.
    private int kept(int which, ByteBuffer in, int at, int expires, ByteBuffer out) {
      var start = out.position();
      var body = PlainResolve.answerBody(start);
      if (out.limit() - body < 8) {
        return LONG_WAY;
      }
      out.position(body - 4);
      var found =
          cache.find(
              lookups.hash(which), in, PlainResolve.body(at), PlainResolve.bodyLength(in, at), out);
      if (found < 0 || out.remaining() < 4) {
        out.position(start);
        return UNKNOWN;
      }
      var prefix = out.getInt(body - 4);
      out.putInt(0);
      PlainResolve.head(in, at, start, expires, out);
      return prefix;
    }
  }

  /// What the store has in memory of the identifier that stands there, if it is one of ours: the
  /// number of its prefix, else -1.
  public int recall(
      Lookups these, int which, ByteBuffer in, int from, int length, Store.Recalled into) {
    var prefix = hosted.number(in, from, length);
    return prefix >= 0 && node.store().recall(these, which, in, from, length, into)
        ? prefix
        : UNKNOWN;
  }

  /// Answers a plain resolve through the store, and keeps the answer when everybody gets the same.
  public byte[] resolve(ByteBuffer in, int at, Caller caller) {
    var body = PlainResolve.body(at);
    var bodyLength = PlainResolve.bodyLength(in, at);
    var bytes = new byte[body - at + bodyLength];
    in.get(at, bytes);
    var hash = AnswerCache.hash(in, PlainResolve.id(at), PlainResolve.idLength(in, at));
    var generation = cache.generation(hash);
    try {
      var known = stored(in, at, caller);
      if (known != null) {
        return known;
      }
      var asked = Decoder.decode(bytes);
      var resolve = (Request.Resolve) asked.body();
      var who = caller.login();
      var authority = who == null ? new Authority.Anyone() : new Authority.Administrator(who);
      var found = node.find(resolve, asked.header().flags(), authority);
      var signed = Arrays.copyOfRange(bytes, Envelope.SIZE, bytes.length);
      var answer =
          node.tell(found, asked, signed, caller)
              .withExpiration((int) (node.clock().millis() / 1000) + LIFE_S);
      if (found instanceof Resolution.Found.Values(_, var open) && open) {
        keep(resolve.handle(), hash, generation, in, body, bodyLength, answer);
      }
      return Encoder.encode(answer);
    } catch (Malformed _) {
      node.counting().malformed(caller);
      return refusal(bytes, Result.PROTOCOL_ERROR);
    } catch (RuntimeException e) {
      // A mistake of ours, or the disk: the client is told and nobody waits.
      LOG.log(System.Logger.Level.ERROR, "resolve", e);
      return refusal(bytes, Result.ERROR);
    }
  }

  /// The usual case: all values of an identifier of ours, each of them for everybody; null when it
  /// takes more than that.
  private byte @Nullable [] stored(ByteBuffer in, int at, Caller caller) {
    if (!PlainResolve.asksAll(in, at)) {
      return null;
    }
    var bytes = new byte[PlainResolve.idLength(in, at)];
    in.get(PlainResolve.id(at), bytes);
    var id = Identifier.stored(bytes);
    if (id == null || !node.hosts(id.prefix())) {
      return null;
    }
    var prefix = hosted(id);
    var entry = node.store().get(bytes);
    if (entry == null) {
      return null;
    }
    var record = entry.record();
    var room = Math.min(record.length * HandleRecord.GROWTH, Envelope.LONGEST);
    var out = ByteBuffer.allocate(PlainResolve.answerBody(0) + bytes.length + 16 + room);
    var expires = (int) (node.clock().millis() / 1000) + LIFE_S;
    if (!PlainResolve.answer(in, at, record, 0, record.length, entry.modified(), expires, out)) {
      return null;
    }
    node.counting().resolved(prefix, AnswerCache.hash(bytes), caller);
    return Arrays.copyOf(out.array(), out.position());
  }

  private int hosted(Identifier id) {
    var prefix = node.counting().number(id.prefix());
    hosted.add(id.prefix().getBytes(StandardCharsets.UTF_8), prefix);
    return prefix;
  }

  /// An identifier of ours and its values.
  public record Open(Identifier id, HandleRecord record) {}

  /// An identifier given in its stored form whose values are for everybody, else null. It is not
  /// counted here.
  public @Nullable Open open(byte[] bytes) {
    var id = Identifier.stored(bytes);
    var entry = id == null || !node.hosts(id.prefix()) ? null : node.store().get(bytes);
    if (id == null || entry == null) {
      return null;
    }
    var record = HandleRecord.read(entry.record(), entry.modified());
    hosted(id);
    return record.isOpen() ? new Open(id, record) : null;
  }

  private static byte[] refusal(byte[] message, Result result) {
    var header = Header.read(new Input(message, Envelope.SIZE, Header.SIZE));
    return Encoder.encode(Message.refusal(Envelope.read(new Input(message)), header, result));
  }

  /// Only under the written form the store knows: another would not be forgotten with it.
  private void keep(
      String handle,
      long hash,
      long generation,
      ByteBuffer in,
      int body,
      int bodyLength,
      Message answer) {
    var id = Identifier.parse(handle);
    if (id == null || id.described() != null || !id.text().equals(handle)) {
      return;
    }
    var signed = Encoder.signedPart(answer);
    var entry = ByteBuffer.allocate(4 + signed.length - Header.SIZE);
    entry.putInt(node.counting().number(id.prefix()));
    entry.put(signed, Header.SIZE, signed.length - Header.SIZE);
    cache.keep(hash, generation, in, body, bodyLength, entry.flip());
  }
}
