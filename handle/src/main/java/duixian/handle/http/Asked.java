package duixian.handle.http;

import duixian.handle.node.Caller;
import duixian.handle.node.Registrar;
import duixian.handle.registry.Authority;
import duixian.handle.store.Channel;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One HTTP request taken out of the network's buffers.
@SuppressWarnings("ArrayRecordComponent")
record Asked(
    HttpMethod method,
    String path,
    Map<String, List<String>> query,
    @Nullable String token,
    byte @Nullable [] once,
    String type,
    byte[] body,
    Caller caller) {
  private static final String BEARER = "Bearer ";
  private static final int LONGEST_KEY = 128;

  /// An illegal escape in the URI is an [IllegalArgumentException].
  static Asked of(FullHttpRequest request, Caller caller) {
    var uri = new QueryStringDecoder(request.uri());
    var headers = request.headers();
    var authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
    var token =
        authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? authorization.substring(BEARER.length()).trim()
            : null;
    var key = headers.get("Idempotency-Key");
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new IllegalArgumentException("Idempotency-Key 须为 1 至 128 个字符");
    }
    var type = headers.get(HttpHeaderNames.CONTENT_TYPE);
    return new Asked(
        request.method(),
        uri.path(),
        uri.parameters(),
        token,
        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
        type == null ? "" : type,
        ByteBufUtil.getBytes(request.content()),
        caller);
  }

  @Nullable String parameter(String name) {
    var values = query.get(name);
    return values == null || values.isEmpty() ? null : values.getFirst();
  }

  Registrar.By by(Authority authority) {
    return new Registrar.By(authority, Channel.HTTP, once);
  }

  /// The same in a batch: each item has its own key, made of the batch's and its number.
  Registrar.By by(Authority authority, int item) {
    var key =
        once == null
            ? null
            : (new String(once, StandardCharsets.UTF_8) + "#" + item)
                .getBytes(StandardCharsets.UTF_8);
    return new Registrar.By(authority, Channel.BATCH, key);
  }
}
