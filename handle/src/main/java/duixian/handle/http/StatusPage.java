package duixian.handle.http;

import duixian.handle.registry.Prefix;
import duixian.handle.registry.Prefixes;
import duixian.handle.store.Channel;
import duixian.handle.transport.Context;
import duixian.handle.transport.Traffic;
import java.time.Duration;
import java.util.Locale;

/// What the node did and how it is, for people (HTML without scripts) and for Prometheus.
final class StatusPage {
  private static final int MOST_PREFIXES = 200;

  private final Context context;
  private final long started;

  StatusPage(Context context) {
    this.context = context;
    started = context.clock().millis();
  }

  String page() {
    var traffic = context.traffic();
    var seconds = Math.max(1, (context.clock().millis() - started) / 1000);
    var trouble = context.node().store().trouble();
    var page = new StringBuilder(4096).append(HEAD);
    page.append(trouble == null ? "<p>运行正常" : "<p class=trouble>" + escaped(trouble));
    page.append("，已运行 ").append(duration(seconds)).append("，连接 ");
    page.append(traffic.connections.get()).append(" 个，等待写入 ");
    page.append(context.node().store().waiting()).append(" 条。</p>");
    page.append("<table><caption>请求</caption><tr><th>通道<th>次数<th>每秒（平均）</tr>");
    for (var channel : new Channel[] {Channel.UDP, Channel.TCP, Channel.HTTP}) {
      var count = traffic.requests(channel);
      page.append("<tr><td>").append(channel.label()).append("<td>").append(count);
      page.append("<td>").append(count / seconds).append("</tr>");
    }
    page.append("</table>");
    refusals(page, traffic);
    latencies(page, traffic);
    prefixes(page);
    return page.append("</main></html>").toString();
  }

  private static void refusals(StringBuilder page, Traffic traffic) {
    page.append("<table><caption>拒绝</caption><tr><th>原因<th>次数</tr><tr><td>连接过多<td>");
    page.append(traffic.refusedConnections.sum()).append("</tr><tr><td>请求过频<td>");
    page.append(traffic.rateExceeded.sum()).append("</tr><tr><td>连接中断<td>");
    page.append(traffic.dropped.sum()).append("</tr></table>");
  }

  private static void latencies(StringBuilder page, Traffic traffic) {
    page.append("<table><caption>经存储的请求用时</caption><tr><th>不超过<th>次数<th></tr>");
    var most = 1L;
    for (var i = 0; i <= Traffic.BUCKETS; i++) {
      most = Math.max(most, traffic.latencies.get(i));
    }
    for (var i = 0; i <= Traffic.BUCKETS; i++) {
      var count = traffic.latencies.get(i);
      if (count > 0) {
        page.append("<tr><td>").append(i < Traffic.BUCKETS ? Traffic.bound(i) + " 微秒" : "更长");
        page.append("<td>").append(count).append("<td><meter max=").append(most);
        page.append(" value=").append(count).append("></meter></tr>");
      }
    }
    page.append("</table>");
  }

  private void prefixes(StringBuilder page) {
    page.append("<table><caption>前缀</caption><tr><th>前缀<th>企业<th>状态<th>在册标识</tr>");
    context.node().prefixes().all().stream()
        .limit(MOST_PREFIXES)
        .forEach(prefix -> row(page, prefix));
    page.append("</table>");
  }

  private void row(StringBuilder page, Prefix prefix) {
    page.append("<tr><td>").append(escaped(prefix.name()));
    page.append("<td>").append(escaped(prefix.enterprise()));
    page.append("<td>").append(Prefixes.state(prefix));
    page.append("<td>").append(context.node().alive(prefix.name())).append("</tr>");
  }

  private static String duration(long seconds) {
    var time = Duration.ofSeconds(seconds);
    return time.toDays() + " 天 " + time.toHoursPart() + " 小时 " + time.toMinutesPart() + " 分";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /// Prometheus text format 0.0.4.
  String metrics() {
    var traffic = context.traffic();
    var out = new StringBuilder(2048);
    out.append("# TYPE duixian_node_requests_total counter\n");
    for (var channel : Channel.values()) {
      out.append("duixian_node_requests_total{channel=\"")
          .append(channel.name().toLowerCase(Locale.ROOT));
      out.append("\"} ").append(traffic.requests(channel)).append('\n');
    }
    counter(out, "refused_connections_total", "counter", traffic.refusedConnections.sum());
    counter(out, "rate_exceeded_total", "counter", traffic.rateExceeded.sum());
    counter(out, "dropped_total", "counter", traffic.dropped.sum());
    counter(out, "connections", "gauge", traffic.connections.get());
    counter(out, "requests_running", "gauge", context.work().running());
    counter(out, "changes_waiting", "gauge", context.node().store().waiting());
    counter(out, "writable", "gauge", context.node().store().trouble() == null ? 1 : 0);
    histogram(out, traffic);
    out.append("# TYPE duixian_node_identifiers gauge\n");
    for (var prefix : context.node().prefixes().all()) {
      out.append("duixian_node_identifiers{prefix=\"").append(prefix.name()).append("\"} ");
      out.append(context.node().alive(prefix.name())).append('\n');
    }
    return out.toString();
  }

  private static void counter(StringBuilder out, String name, String type, long value) {
    out.append("# TYPE duixian_node_").append(name).append(' ').append(type).append('\n');
    out.append("duixian_node_").append(name).append(' ').append(value).append('\n');
  }

  private static void histogram(StringBuilder out, Traffic traffic) {
    var name = "duixian_node_store_request_seconds";
    out.append("# TYPE ").append(name).append(" histogram\n");
    var count = 0L;
    for (var i = 0; i <= Traffic.BUCKETS; i++) {
      count += traffic.latencies.get(i);
      var bound = i < Traffic.BUCKETS ? Double.toString(Traffic.bound(i) / 1e6) : "+Inf";
      out.append(name).append("_bucket{le=\"").append(bound).append("\"} ").append(count);
      out.append('\n');
    }
    out.append(name).append("_count ").append(count).append('\n');
    out.append(name).append("_sum ").append(traffic.seconds()).append('\n');
  }

  private static final String HEAD =
      """
      <!DOCTYPE html><html lang=zh-CN><meta charset=utf-8><title>标识节点状态</title>
      <meta name=viewport content="width=device-width"><style>
      body{font:16px/1.6 system-ui,sans-serif;margin:0;background:#f6f7f9;color:#1c2733}
      main{max-width:60rem;margin:auto;padding:1.5rem}
      table{border-collapse:collapse;width:100%;background:#fff;margin:1rem 0}
      caption{text-align:left;font-weight:600;padding:.4rem 0}
      td,th{border-bottom:1px solid #e3e7ec;padding:.35rem .6rem;text-align:left}
      .trouble{background:#b3261e;color:#fff;padding:.5rem}meter{width:12rem}
      </style><main><h1>标识节点状态</h1>
      """;
}
