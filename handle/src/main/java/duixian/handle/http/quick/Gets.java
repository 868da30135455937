package duixian.handle.http.quick;

import duixian.handle.cache.AnswerCache;
import duixian.handle.cache.Lookups;
import duixian.handle.store.Store;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Plain `GET`s of identifiers that came together, to be looked up together. Of one thread, to be
/// used again.
///
/// Plain: a path without query or escape, headers that change nothing.
final class Gets {
  static final byte[] PATH = bytes("/api/handles/");
  private static final byte[] START = bytes("GET /api/handles/");
  private static final byte[] VERSION = bytes(" HTTP/1.1\r\n");
  private static final List<byte[]> HARMLESS =
      List.of(
          bytes("host:"), bytes("user-agent:"), bytes("accept"), bytes("connection: keep-alive\r"));
  private static final int LONGEST = 2048;
  private static final int NONE = -1;

  final Lookups lookups = new Lookups();
  final Store.Recalled known = new Store.Recalled();
  private final int[] paths = new int[Lookups.MOST];
  private final int[] pathEnds = new int[Lookups.MOST];
  private final int[] ends = new int[Lookups.MOST];
  private boolean beforeAnother;

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  Gets clear() {
    lookups.clear();
    return this;
  }

  int count() {
    return lookups.count();
  }

  boolean full() {
    return lookups.count() == Lookups.MOST;
  }

  int path(int which) {
    return paths[which];
  }

  int pathLength(int which) {
    return pathEnds[which] - paths[which];
  }

  /// Where the identifier begins.
  int id(int which) {
    return paths[which] + PATH.length;
  }

  int idLength(int which) {
    return pathEnds[which] - id(which);
  }

  /// Where the request ends.
  int end(int which) {
    return ends[which];
  }

  /// Takes the plain requests that begin at `from`, as many as there is room for.
  void takeAll(ByteBuffer in, int from) {
    var at = from;
    var end = take(in, at);
    while (end > at && !full()) {
      at = end;
      end = take(in, at);
    }
    beforeAnother = end == NONE;
  }

  /// Whether one that is not plain follows on those taken.
  boolean beforeAnother() {
    return beforeAnother;
  }

  /// Adds the plain request that starts at `from` and answers where it ends: `from` itself when the
  /// rest is still to come, -1 when it is none.
  private int take(ByteBuffer in, int from) {
    var there = Math.min(START.length, in.limit() - from);
    if (!same(in, from, START, there)) {
      return NONE;
    }
    if (there < START.length) {
      return from;
    }
    var path = from + START.length - PATH.length;
    var pathEnd = pathEnd(in, path);
    var end = headEnd(in, pathEnd);
    if (end == 0) {
      return in.limit() - from > LONGEST ? NONE : from;
    }
    if (end == NONE || end - from > LONGEST || pathEnd == path + PATH.length) {
      return NONE;
    }
    add(in, path, pathEnd, end);
    return end;
  }

  /// Adds a path without its request; false when it is not plain.
  boolean take(ByteBuffer path) {
    var plain =
        path.limit() > PATH.length
            && same(path, 0, PATH, PATH.length)
            && pathEnd(path, 0) == path.limit();
    if (plain) {
      add(path, 0, path.limit(), path.limit());
    }
    return plain;
  }

  private void add(ByteBuffer in, int path, int pathEnd, int end) {
    var id = path + PATH.length;
    var which = lookups.add(AnswerCache.hash(in, id, pathEnd - id));
    paths[which] = path;
    pathEnds[which] = pathEnd;
    ends[which] = end;
  }

  /// Where the blank line behind the headers ends, 0 when it is still to come, [#NONE] when one of
  /// them may mean something.
  private static int headEnd(ByteBuffer in, int pathEnd) {
    if (in.limit() - pathEnd < VERSION.length) {
      return 0;
    }
    if (!begins(in, pathEnd, VERSION)) {
      return NONE;
    }
    var at = pathEnd + VERSION.length;
    while (in.limit() - at >= 2) {
      if (in.get(at) == '\r') {
        return in.get(at + 1) == '\n' ? at + 2 : NONE;
      }
      var line = line(in, at);
      if (line <= 0) {
        return line;
      }
      if (!harmless(in, at)) {
        return NONE;
      }
      at = line;
    }
    return 0;
  }

  /// Where the next line begins, 0 when this one is not whole, [#NONE] when it is none.
  private static int line(ByteBuffer in, int from) {
    for (int at = from; at + 1 < in.limit(); at++) {
      var next = in.get(at);
      if (next == '\r') {
        return in.get(at + 1) == '\n' ? at + 2 : NONE;
      }
      if (next >= 0 && next < ' ' && next != '\t') {
        return NONE;
      }
    }
    return 0;
  }

  private static boolean harmless(ByteBuffer in, int at) {
    for (var name : HARMLESS) {
      if (begins(in, at, name)) {
        return true;
      }
    }
    return false;
  }

  /// Letters count the same in either case.
  private static boolean begins(ByteBuffer in, int at, byte[] word) {
    if (in.limit() - at < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      var next = in.get(at + i);
      if (next != word[i] && (next < 'A' || next > 'Z' || (next | 32) != word[i])) {
        return false;
      }
    }
    return true;
  }

  /// Whether the first bytes of the word stand here; there is room for them.
  private static boolean same(ByteBuffer in, int at, byte[] word, int length) {
    for (int i = 0; i < length; i++) {
      if (in.get(at + i) != word[i]) {
        return false;
      }
    }
    return true;
  }

  /// Where a path ends: before what is no plain character of an identifier.
  private static int pathEnd(ByteBuffer in, int from) {
    int at = from;
    while (at < in.limit() && isPlain(in.get(at))) {
      at++;
    }
    return at;
  }

  private static boolean isPlain(byte next) {
    return next > ' ' && next < 0x7f && next != '%' && next != '?' && next != '+' && next != '#';
  }
}
