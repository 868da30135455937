package duixian.handle.http;

import duixian.handle.message.Header;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.node.Caller;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Identifier;
import duixian.handle.store.AnswerCache;
import duixian.handle.transport.Context;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Answers `GET /api/handles/{id}` from the cache of encoded answers: the entry is the number of
/// the prefix and the whole HTTP answer.
final class QuickJson {
  private static final String PATH = "/api/handles/";
  private static final int ROOM = 4096;

  private final Context context;
  private final AnswerCache cache;

  QuickJson(Context context) {
    this.context = context;
    cache = context.node().store().answers();
  }

  /// The answer as bytes to send, or null when it takes more than that: a token, a query, an
  /// escape, an answer that is not for everybody.
  @Nullable ByteBuf answer(ByteBufAllocator buffers, FullHttpRequest request, Caller caller) {
    var uri = request.uri();
    if (!uri.startsWith(PATH)
        || uri.indexOf('%') >= 0
        || uri.indexOf('?') >= 0
        || uri.indexOf('+') >= 0
        || request.headers().contains(HttpHeaderNames.AUTHORIZATION)) {
      return null;
    }
    var key = ByteBuffer.wrap(uri.getBytes(StandardCharsets.UTF_8));
    var hash = AnswerCache.hash(key, PATH.length(), key.limit() - PATH.length());
    var buffer = buffers.directBuffer(ROOM, ROOM);
    var into = buffer.internalNioBuffer(0, ROOM);
    var start = into.position();
    var found = cache.find(hash, key, 0, key.limit(), into);
    if (found >= 0) {
      context.node().resolved(into.getInt(start), hash, caller);
      return buffer.setIndex(4, found);
    }
    buffer.release();
    return fill(uri, key, hash, caller);
  }

  private @Nullable ByteBuf fill(String uri, ByteBuffer key, long hash, Caller caller) {
    var handle = uri.substring(PATH.length());
    var id = Identifier.parse(handle);
    if (id == null || !id.text().equals(handle) || id.described() != null) {
      return null;
    }
    var generation = cache.generation(hash);
    var node = context.node();
    var asked = new Request.Resolve(handle, java.util.List.of(), java.util.List.of());
    var found = node.resolve(asked, Header.PUBLIC_ONLY, new Authority.Anyone(), caller);
    if (found.result() != Result.SUCCESS) {
      var code = found.result().code();
      return found.result() == Result.SERVICE_REFERRAL
          ? http(200, HandleRoutes.json(handle, found.result(), found.values()))
          : http(
              HandleRoutes.status(found.result()),
              HandleRoutes.failure(0, code, found.result().sentence()).body());
    }
    var http = http(200, HandleRoutes.json(handle, found.result(), found.values()));
    var entry = ByteBuffer.allocate(4 + http.readableBytes());
    entry.putInt(node.number(id.prefix()));
    http.getBytes(0, entry);
    cache.keep(hash, generation, key, 0, key.limit(), entry.flip());
    return http;
  }

  private static ByteBuf http(int status, byte[] json) {
    var head =
        "HTTP/1.1 "
            + status
            + (status == 200 ? " OK" : " Refused")
            + "\r\ncontent-type: "
            + Reply.JSON
            + "\r\ncontent-length: "
            + json.length
            + "\r\n\r\n";
    return io.netty.buffer.Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), json);
  }
}
