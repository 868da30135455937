package duixian.handle.http.quick;

import duixian.handle.cache.AnswerCache;
import duixian.handle.http.json.ValueJson;
import duixian.handle.node.Caller;
import duixian.handle.transport.Context;
import duixian.handle.value.HandleRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Answers `GET /api/handles/{id}` from what is in memory: the values the store has there, else the
/// cache of encoded answers, whose entry is the whole HTTP answer and the number of the prefix.
public final class QuickJson {
  /// An answer that is longer goes the long way.
  static final int LONGEST = 4096;

  static final byte[] PATH = bytes("/api/handles/");
  private static final byte[] HEAD =
      bytes("HTTP/1.1 200 OK\r\ncontent-type: application/json;charset=UTF-8\r\ncontent-length: ");

  /// The length of the body is written over the blanks, behind which the head ends.
  private static final byte[] LENGTH = bytes("    \r\n\r\n");

  private static final int BODY = HEAD.length + LENGTH.length;

  private final Context context;
  private final AnswerCache cache;

  public QuickJson(Context context) {
    this.context = context;
    cache = context.node().store().answers();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// The answer as bytes to send, or null when it takes more than that: a query, an escape, an
  /// answer that is not for everybody.
  public @Nullable ByteBuffer answer(String uri, Caller caller) {
    var path = ByteBuffer.wrap(uri.getBytes(StandardCharsets.UTF_8));
    if (!begins(path, 0) || end(path, 0, path.limit()) < path.limit()) {
      return null;
    }
    var into = ByteBuffer.allocate(LONGEST);
    return answer(path, 0, path.limit(), into, caller) ? into.flip() : null;
  }

  /// Whether a path to an identifier starts here.
  static boolean begins(ByteBuffer in, int at) {
    if (in.limit() - at < PATH.length) {
      return false;
    }
    for (int i = 0; i < PATH.length; i++) {
      if (in.get(at + i) != PATH[i]) {
        return false;
      }
    }
    return true;
  }

  /// Where a path ends, at the latest at `limit`: before what is no plain character of an
  /// identifier.
  static int end(ByteBuffer in, int from, int limit) {
    int at = from;
    while (at < limit && isPlain(in.get(at))) {
      at++;
    }
    return at;
  }

  private static boolean isPlain(byte next) {
    return next > ' ' && next < 0x7f && next != '%' && next != '?' && next != '+' && next != '#';
  }

  /// Writes the answer to a plain path to `into`, of which there must be [#LONGEST]; false when it
  /// takes more than that, and then nothing was counted or written.
  boolean answer(ByteBuffer in, int from, int length, ByteBuffer into, Caller caller) {
    var id = from + PATH.length;
    var idLength = from + length - id;
    if (idLength <= 0) {
      return false;
    }
    var hash = AnswerCache.hash(in, id, idLength);
    if (recalled(in, id, idLength, hash, into, caller)) {
      return true;
    }
    var found = cache.find(hash, in, from, length, into);
    if (found >= 0) {
      into.position(into.position() - Integer.BYTES);
      context.node().resolved(into.getInt(into.position()), hash, caller);
      return true;
    }
    return fill(in, from, length, hash, into, caller);
  }

  private boolean recalled(
      ByteBuffer in, int id, int length, long hash, ByteBuffer into, Caller caller) {
    var known = context.quick().recalled();
    var prefix = context.quick().recall(hash, in, id, length, known);
    if (prefix < 0) {
      return false;
    }
    var record = HandleRecord.read(known.record(), known.modified);
    var start = into.position();
    into.put(HEAD).put(LENGTH);
    if (record.isOpen() && PlainJson.write(in, id, length, record.values(), into)) {
      length(into, start);
      context.node().resolved(prefix, hash, caller);
      return true;
    }
    into.position(start);
    return false;
  }

  private static void length(ByteBuffer into, int start) {
    var end = into.position();
    PlainJson.number(into.position(start + HEAD.length), end - start - BODY);
    into.position(end);
  }

  private boolean fill(
      ByteBuffer in, int from, int length, long hash, ByteBuffer into, Caller caller) {
    var id = new byte[length - PATH.length];
    in.get(from + PATH.length, id);
    var generation = cache.generation(hash);
    var found = context.quick().open(id);
    if (found == null) {
      return false;
    }
    var json = ValueJson.resolved(found.id().text(), found.record().values());
    if (BODY + json.length + Integer.BYTES > into.remaining()) {
      return false;
    }
    var number = context.node().number(found.id().prefix());
    var start = into.position();
    into.put(HEAD).put(LENGTH).put(json);
    length(into, start);
    into.putInt(number);
    cache.keep(hash, generation, in, from, length, into.slice(start, into.position() - start));
    into.position(into.position() - Integer.BYTES);
    context.node().resolved(number, hash, caller);
    return true;
  }
}
