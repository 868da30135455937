package duixian.handle.node;

import duixian.handle.cache.AnswerCache;
import duixian.handle.message.Decoder;
import duixian.handle.message.Encoder;
import duixian.handle.message.Envelope;
import duixian.handle.message.Header;
import duixian.handle.message.Message;
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
  private static final int HEAD = Envelope.SIZE + Header.SIZE;
  private static final int FLAGS = Envelope.SIZE + 8;
  private static final int BODY_LENGTH = HEAD - 4;
  private static final int SPECIAL = Header.CERTIFY | Header.ENCRYPT | Header.RETURN_DIGEST;
  private static final int LIFE_S = 12 * 3600;

  private final Node node;
  private final AnswerCache cache;
  private final Hosted hosted = new Hosted();
  private final ThreadLocal<Store.Recalled> recalled = ThreadLocal.withInitial(Store.Recalled::new);
  private final ThreadLocal<Expected> expected = ThreadLocal.withInitial(Expected::new);

  public QuickAnswers(Node node) {
    this.node = node;
    cache = node.store().answers();
  }

  /// Whether the message at `at` is a plain resolve, all of it there.
  public static boolean plain(ByteBuffer in, int at, int length) {
    return length >= HEAD + 12
        && in.getInt(at + Envelope.SIZE) == 1
        && in.getInt(at + 4) == 0
        && (in.getShort(at + 2) & (Envelope.COMPRESSED | Envelope.ENCRYPTED | Envelope.TRUNCATED))
            == 0
        && (in.getInt(at + FLAGS) & SPECIAL) == 0
        && in.getInt(at + Envelope.SIZE + 4) == 0
        && in.getInt(at + BODY_LENGTH) >= 12
        && in.getInt(at + BODY_LENGTH) <= length - HEAD
        && in.getInt(at + HEAD) > 0
        && in.getInt(at + HEAD) <= in.getInt(at + BODY_LENGTH) - 12;
  }

  /// This thread's batch, empty.
  public Expected expected() {
    return expected.get().begin();
  }

  /// Requests that lie before us, to be looked up together before the first is answered.
  public final class Expected {
    /// No more, so that what the first needs is still near when the last is read.
    public static final int MOST = 64;

    private final long[] hashes = new long[MOST];
    private int count;

    @SuppressWarnings("UnusedVariable") // written so that no compiler leaves out the reading
    private long read;

    private Expected begin() {
      count = 0;
      return this;
    }

    /// Adds a message if it is a plain resolve; false when there is no room for another.
    public boolean add(ByteBuffer in, int at, int length) {
      if (plain(in, at, length)) {
        hashes[count++] = AnswerCache.hash(in, at + HEAD + 4, in.getInt(at + HEAD));
      }
      return count < MOST;
    }

    /// Brings what their answers take near the processor.
    public void bring() {
      if (count > 1) {
        read += node.store().ahead(hashes, count);
      }
    }
  }

  /// Writes the answer to `out` at its position and answers its length, or -1 when it is not in
  /// memory or there is no room. The message must be [#plain]; `now` is in milliseconds, for the
  /// expiration.
  public int answer(ByteBuffer in, int at, ByteBuffer out, Caller caller, long now) {
    var start = out.position();
    if (out.remaining() < HEAD + 8) {
      return -1;
    }
    var bodyLength = in.getInt(at + BODY_LENGTH);
    var idLength = in.getInt(at + HEAD);
    var hash = AnswerCache.hash(in, at + HEAD + 4, idLength);
    var expires = (int) (now / 1000) + LIFE_S;
    if (whole(in, at)) {
      var known = recalled();
      var prefix = recall(hash, in, at + HEAD + 4, idLength, known);
      if (prefix >= 0) {
        return whole(in, at, out, known.bytes, known.from, known.end, known.modified, expires)
            ? counted(prefix, hash, caller, out.position() - start)
            : -1;
      }
    }
    // The entry begins with the number of the prefix: it lands where the body length will stand.
    out.position(start + BODY_LENGTH);
    var found = cache.find(hash, in, at + HEAD, bodyLength, out);
    if (found < 0 || out.remaining() < 4) {
      out.position(start);
      return -1;
    }
    var prefix = out.getInt(start + BODY_LENGTH);
    out.putInt(0);
    head(in, at, out, start, found - 4, expires);
    return counted(prefix, hash, caller, out.position() - start);
  }

  /// What the store has in memory of the identifier that stands there, if it is one of ours: the
  /// number of its prefix, else -1.
  public int recall(long hash, ByteBuffer in, int from, int length, Store.Recalled into) {
    var prefix = hosted.number(in, from, length);
    return prefix >= 0 && node.store().recall(hash, in, from, length, into) ? prefix : -1;
  }

  /// This thread's room for [#recall].
  public Store.Recalled recalled() {
    return recalled.get();
  }

  private int counted(int prefix, long hash, Caller caller, int length) {
    node.counting().resolved(prefix, hash, caller);
    return length;
  }

  /// Whether all values are asked for: neither indexes nor types are named.
  private static boolean whole(ByteBuffer in, int at) {
    var idLength = in.getInt(at + HEAD);
    return in.getInt(at + BODY_LENGTH) == idLength + 12
        && in.getLong(at + HEAD + 4 + idLength) == 0;
  }

  /// The stored bytes become those of the answer; false when that takes more, or there is no room,
  /// and then `out` stands where it stood.
  private static boolean whole(
      ByteBuffer in,
      int at,
      ByteBuffer out,
      byte[] record,
      int from,
      int end,
      long modified,
      int expires) {
    var start = out.position();
    var idLength = in.getInt(at + HEAD);
    if (out.remaining() >= HEAD + 4 + idLength) {
      out.position(start + HEAD + 4 + idLength);
      out.put(start + HEAD, in, at + HEAD, 4 + idLength);
      if (HandleRecord.copyOpen(record, from, end - from, modified, out) && out.remaining() >= 4) {
        var bodyLength = out.position() - start - HEAD;
        out.putInt(0);
        head(in, at, out, start, bodyLength, expires);
        return true;
      }
    }
    out.position(start);
    return false;
  }

  private static void head(
      ByteBuffer in, int at, ByteBuffer out, int start, int bodyLength, int expires) {
    var ours = in.get(at) > 2 || (in.get(at) == 2 && in.get(at + 1) >= 11);
    out.putShort(start, ours ? (short) 0x020b : in.getShort(at));
    out.putShort(start + 2, (short) 0x020b);
    out.putInt(start + 4, 0);
    out.putInt(start + 8, in.getInt(at + 8));
    out.putInt(start + 12, 0);
    out.putInt(start + 16, Header.SIZE + bodyLength + 4);
    var header = start + Envelope.SIZE;
    out.putInt(header, 1);
    out.putInt(header + 4, 1);
    var kept = Header.KEEP_ALIVE | Header.RECURSIVE | Header.CACHE_CERTIFY;
    out.putInt(header + 8, in.getInt(at + FLAGS) & kept);
    out.putShort(header + 12, (short) 1);
    out.putShort(header + 14, (short) ((in.get(at + Envelope.SIZE + 14) & 0xff) << 8));
    out.putInt(header + 16, expires);
    out.putInt(header + 20, bodyLength);
  }

  /// Answers a plain resolve through the store, and keeps the answer when everybody gets the same.
  public byte[] resolve(ByteBuffer in, int at, Caller caller) {
    var bodyLength = in.getInt(at + BODY_LENGTH);
    var bytes = new byte[HEAD + bodyLength];
    in.get(at, bytes);
    var idLength = in.getInt(at + HEAD);
    var hash = AnswerCache.hash(in, at + HEAD + 4, idLength);
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
        keep(resolve.handle(), hash, generation, in, at + HEAD, bodyLength, answer);
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
    if (!whole(in, at)) {
      return null;
    }
    var bytes = new byte[in.getInt(at + HEAD)];
    in.get(at + HEAD + 4, bytes);
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
    var out = ByteBuffer.allocate(HEAD + bytes.length + 16 + room);
    var expires = (int) (node.clock().millis() / 1000) + LIFE_S;
    if (!whole(in, at, out, record, 0, record.length, entry.modified(), expires)) {
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
