package duixian.service.site.container;

import duixian.service.site.asset.Assets;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/// One sentence for a request that reached no page, in the look of the pages and under their
/// headers; neither version nor stack.
final class Refusals extends ErrorReportValve {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Language",
          "zh-CN",
          "Cache-Control",
          "no-store",
          "Content-Security-Policy",
          "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin");

  private final Assets assets;

  Refusals(Assets assets) {
    this.assets = assets;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    var status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    var open = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
    if (!open.get()) {
      return;
    }
    HEADERS.forEach(response::setHeader);
    response.setContentType("text/html;charset=utf-8");
    try {
      var writer = response.getReporter();
      if (writer != null) {
        writer.write(page(status));
        response.finishResponse();
      }
    } catch (IOException e) {
      containerLog.debug("whoever asked is gone", e);
    }
  }

  private String page(int status) {
    return """
    <!doctype html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>出错了 · 兑现</title>
    <link rel="icon" href="%s">
    <link rel="stylesheet" href="%s">
    <link rel="stylesheet" href="%s">
    </head>
    <body>
    <header class="top"><a class="brand" href="/"><span class="seal" aria-hidden="true">兑</span>\
    <span class="wordmark">兑现</span></a></header>
    <div class="body"><nav class="side" aria-label="目录"><ul><li><a href="/">首页</a></li></ul></nav>
    <main id="content"><section class="problem">
    <p class="status">%d</p>
    <h1>%s</h1>
    <p><a href="/">回到首页</a></p>
    </section></main></div>
    </body>
    </html>
    """
        .formatted(
            assets.path("icon.svg"),
            assets.path("tokens.css"),
            assets.path("frame.css"),
            status,
            sentence(status));
  }

  private static String sentence(int status) {
    return switch (status) {
      case 400, 414, 431 -> "地址或请求里有不能识别的符号，或者太长；请从首页重新进入，还不行就清除本站的 Cookie 再试";
      case 405, 501, 505 -> "这个地址不能这样打开；请从首页重新进入";
      default -> status >= 500 ? "服务出错了，原因已经记下；请稍后再试" : "请求不能办理；请回到首页再试";
    };
  }
}
