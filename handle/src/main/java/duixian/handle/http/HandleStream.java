package duixian.handle.http;

import duixian.handle.account.Accounts;
import duixian.handle.http.json.Fields;
import duixian.handle.http.json.Json;
import duixian.handle.http.json.ValueJson;
import duixian.handle.message.Result;
import duixian.handle.node.Registrar;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Verdict;
import duixian.handle.store.Channel;
import duixian.handle.transport.Context;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// `POST /api/handles/stream`: one identifier a line, without a limit; one result a line comes back
/// in the same order while the stream still flows.
///
/// Lines go to the store in groups; while four groups wait nothing more is read. A bad line is a
/// result like any other. The connection ends with the stream.
// A write that fails closes the connection; there is nobody left to tell.
@SuppressWarnings("FutureReturnValueIgnored")
final class HandleStream extends ChannelInboundHandlerAdapter {
  static final String PATH = "/api/handles/stream";

  private static final int GROUP = 1000;
  private static final int MOST_GROUPS = 4;
  private static final int LONGEST_LINE = 1 << 20;

  private final Context context;
  private final Accounts accounts;
  private final ArrayDeque<List<byte[]>> groups = new ArrayDeque<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
  private List<byte[]> group = new ArrayList<>();
  private @Nullable Authority authority;
  private long number;
  private boolean busy;
  private boolean ended;

  HandleStream(Context context, Accounts accounts) {
    this.context = context;
    this.accounts = accounts;
  }

  @Override
  public void channelRead(ChannelHandlerContext net, Object message) throws Exception {
    if (authority == null
        && message instanceof HttpRequest request
        && request.method().equals(HttpMethod.POST)
        && request.uri().equals(PATH)
        && net.pipeline().get(HttpConnection.class).idle()) {
      begin(net, request);
    } else if (authority == null) {
      super.channelRead(net, message);
      return;
    }
    try {
      if (message instanceof HttpContent content && !ended) {
        take(net, content.content());
        if (message instanceof LastHttpContent) {
          end(net);
        }
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void begin(ChannelHandlerContext net, HttpRequest request) {
    var header = request.headers().get(HttpHeaderNames.AUTHORIZATION);
    var bearer = header != null && header.startsWith("Bearer ");
    authority = accounts.authority(bearer ? header.substring("Bearer ".length()) : null);
    var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    head.headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "application/x-ndjson;charset=UTF-8")
        .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    net.writeAndFlush(head);
  }

  private void take(ChannelHandlerContext net, ByteBuf bytes) {
    while (bytes.isReadable()) {
      var next = bytes.readByte();
      if (next == '\n') {
        endLine(net);
      } else if (line.size() < LONGEST_LINE) {
        line.write(next);
      } else {
        ended = true;
        net.close();
        return;
      }
    }
  }

  private void endLine(ChannelHandlerContext net) {
    group.add(line.toByteArray());
    line.reset();
    if (group.size() >= GROUP) {
      endGroup(net);
    }
  }

  private void endGroup(ChannelHandlerContext net) {
    groups.add(group);
    group = new ArrayList<>();
    next(net);
    heed(net);
  }

  /// A client that does not read, or sends more than is taken in, is not read from.
  private void heed(ChannelHandlerContext net) {
    var few = groups.size() < MOST_GROUPS;
    net.channel().config().setAutoRead(few && net.channel().isWritable());
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext net) {
    if (authority == null) {
      net.fireChannelWritabilityChanged();
    } else {
      heed(net);
    }
  }

  private void end(ChannelHandlerContext net) {
    ended = true;
    if (line.size() > 0) {
      endLine(net);
    }
    if (!group.isEmpty()) {
      endGroup(net);
    }
    next(net);
  }

  private void next(ChannelHandlerContext net) {
    if (busy) {
      return;
    }
    var lines = groups.poll();
    if (lines == null) {
      if (ended) {
        net.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
            .addListener(ChannelFutureListener.CLOSE);
      }
      return;
    }
    busy = true;
    var first = number + 1;
    number += lines.size();
    if (!context.work().offer(() -> done(net, results(first, lines)))) {
      net.close();
    }
  }

  private void done(ChannelHandlerContext net, byte[] results) {
    net.executor()
        .execute(() -> {
          busy = false;
          net.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(results)));
          next(net);
          heed(net);
        });
  }

  private record Told(String handle, CompletableFuture<Verdict> verdict) {}

  private byte[] results(long first, List<byte[]> lines) {
    var by =
        new Registrar.By(
            authority == null ? new Authority.Anyone() : authority, Channel.BATCH, null);
    var told = lines.stream().map(each -> submit(each, by)).toList();
    var out = new ByteArrayOutputStream(lines.size() * 64);
    for (var i = 0; i < told.size(); i++) {
      var verdict = told.get(i).verdict.join();
      if (lines.get(i).length > 0) {
        out.writeBytes(result(first + i, told.get(i).handle, verdict));
        out.write('\n');
      }
    }
    return out.toByteArray();
  }

  private Told submit(byte[] text, Registrar.By by) {
    var verdict = new CompletableFuture<Verdict>();
    if (text.length == 0) {
      verdict.complete(Verdict.SUCCESS);
      return new Told("", verdict);
    }
    try {
      var item = Fields.of(Json.read(text));
      var handle = item.text("handle");
      context
          .node()
          .registrar()
          .create(handle, ValueJson.readAll(item.list("values")), by, verdict::complete);
      return new Told(handle, verdict);
    } catch (Json.Wrong e) {
      verdict.complete(new Verdict(Result.PROTOCOL_ERROR, String.valueOf(e.getMessage())));
      return new Told("", verdict);
    }
  }

  private static byte[] result(long number, String handle, Verdict verdict) {
    return Json.write(json -> {
      json.writeStartObject();
      json.writeNumberProperty("line", number);
      json.writeStringProperty("handle", handle);
      json.writeNumberProperty("responseCode", verdict.result().code());
      if (!verdict.ok()) {
        json.writeStringProperty("message", verdict.sentence());
      }
      json.writeEndObject();
    });
  }
}
