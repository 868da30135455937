package duixian.handle.http.quick;

import duixian.handle.cache.AnswerCache;
import duixian.handle.http.json.ValueJson;
import duixian.handle.node.Caller;
import duixian.handle.transport.Context;
import duixian.handle.value.StoredValues;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Answers `GET /api/handles/{id}` from what is in memory: the values the store has there, else the
/// cache of encoded answers, whose entry is the whole HTTP answer and the number of the prefix.
public final class QuickJson {
  /// An answer that is longer goes the long way.
  static final int LONGEST = 4096;

  private static final byte[] HEAD =
      Gets.bytes(
          "HTTP/1.1 200 OK\r\ncontent-type: application/json;charset=UTF-8\r\ncontent-length: ");

  /// The length of the body is written over the blanks, behind which the head ends.
  private static final byte[] LENGTH = Gets.bytes("    \r\n\r\n");

  private static final int BODY = HEAD.length + LENGTH.length;

  private final Context context;
  private final AnswerCache cache;
  private final ThreadLocal<Gets> threads = ThreadLocal.withInitial(Gets::new);

  public QuickJson(Context context) {
    this.context = context;
    cache = context.node().store().answers();
  }

  /// This thread's, with the plain requests that begin at `from`.
  Gets gets(ByteBuffer in, int from) {
    var gets = threads.get().clear();
    gets.takeAll(in, from);
    context.node().store().bring(gets.lookups);
    return gets;
  }

  /// The answer as bytes to send, or null when it takes more than that: a query, an escape, an
  /// answer that is not for everybody.
  public @Nullable ByteBuffer answer(String uri, Caller caller) {
    var path = ByteBuffer.wrap(uri.getBytes(StandardCharsets.UTF_8));
    var gets = threads.get().clear();
    if (!gets.take(path)) {
      return null;
    }
    context.node().store().bring(gets.lookups);
    var into = ByteBuffer.allocate(LONGEST);
    return answer(gets, 0, path, into, caller) ? into.flip() : null;
  }

  /// Writes the answer to one of these to `into`, of which there must be [#LONGEST]; false when it
  /// takes more than that, and then nothing was counted or written.
  boolean answer(Gets gets, int which, ByteBuffer in, ByteBuffer into, Caller caller) {
    if (recalled(gets, which, in, into, caller)) {
      return true;
    }
    var hash = gets.lookups.hash(which);
    var found = cache.find(hash, in, gets.path(which), gets.pathLength(which), into);
    if (found >= 0) {
      into.position(into.position() - Integer.BYTES);
      context.node().resolved(into.getInt(into.position()), hash, caller);
      return true;
    }
    return fill(gets, which, in, into, caller);
  }

  private boolean recalled(Gets gets, int which, ByteBuffer in, ByteBuffer into, Caller caller) {
    var id = gets.id(which);
    var length = gets.idLength(which);
    var known = gets.known;
    var prefix = context.quick().recall(gets.lookups, which, in, id, length, known);
    if (prefix < 0) {
      return false;
    }
    var values = new StoredValues(known.bytes, known.from, known.end, known.modified);
    var start = into.position();
    into.put(HEAD).put(LENGTH);
    if (PlainJson.write(in, id, length, values, into)) {
      length(into, start);
      context.node().resolved(prefix, gets.lookups.hash(which), caller);
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

  private boolean fill(Gets gets, int which, ByteBuffer in, ByteBuffer into, Caller caller) {
    var hash = gets.lookups.hash(which);
    var id = new byte[gets.idLength(which)];
    in.get(gets.id(which), id);
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
    var answer = into.slice(start, into.position() - start);
    cache.keep(hash, generation, in, gets.path(which), gets.pathLength(which), answer);
    into.position(into.position() - Integer.BYTES);
    context.node().resolved(number, hash, caller);
    return true;
  }
}
