package duixian.handle.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/// A whole answer over HTTP.
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, String type, byte[] body) {
  static final String JSON = "application/json;charset=UTF-8";
  static final String HTML = "text/html;charset=UTF-8";
  static final String TEXT = "text/plain;version=0.0.4;charset=UTF-8";
  static final String MESSAGE = "application/x-hdl-message";

  static Reply json(int status, byte[] body) {
    return new Reply(status, JSON, body);
  }

  static Reply text(String type, String body) {
    return new Reply(200, type, body.getBytes(StandardCharsets.UTF_8));
  }

  FullHttpResponse response() {
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, type)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set("X-Content-Type-Options", "nosniff");
    if (status == 401) {
      response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
    }
    if (status == 429 || status == 503) {
      response.headers().set(HttpHeaderNames.RETRY_AFTER, "1");
    }
    return response;
  }
}
