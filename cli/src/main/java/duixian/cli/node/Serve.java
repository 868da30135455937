package duixian.cli.node;

import duixian.cli.node.data.DataOption;
import duixian.cli.node.data.Opened;
import duixian.cli.node.data.Reach;
import duixian.cli.node.data.Told;
import duixian.handle.control.Control;
import duixian.handle.evidence.Ledger;
import duixian.handle.rocks.Settings;
import duixian.handle.server.NodeServer;
import duixian.handle.server.Ports;
import duixian.handle.transport.Limits;
import duixian.handle.transport.Streams;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `duixian node serve`: runs until it is told to stop (Ctrl-C, SIGTERM).
@Command(name = "serve", description = "运行：提供 UDP、TCP、HTTP 的注册与解析，直到按 Ctrl-C。")
final class Serve implements Callable<Integer> {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--host",
      paramLabel = "地址",
      defaultValue = "127.0.0.1",
      description = "监听的地址；默认 ${DEFAULT-VALUE}，只对本机开放。")
  private String host = "127.0.0.1";

  @Option(
      names = "--udp",
      paramLabel = "端口",
      defaultValue = "2641",
      description = "UDP 端口，0 为任一空闲端口；默认 ${DEFAULT-VALUE}。")
  private int udp;

  @Option(
      names = "--tcp",
      paramLabel = "端口",
      defaultValue = "2641",
      description = "TCP 端口，0 为任一空闲端口；默认 ${DEFAULT-VALUE}。")
  private int tcp;

  @Option(
      names = "--http",
      paramLabel = "端口",
      defaultValue = "8000",
      description = "HTTP 端口，0 为任一空闲端口；默认 ${DEFAULT-VALUE}。")
  private int http;

  @Option(
      names = "--burst",
      paramLabel = "次数",
      defaultValue = "600000",
      description = "同一来源每分钟解析超过这个次数的部分另计，不算入解析量；0 为不限，默认 ${DEFAULT-VALUE}。")
  private int burst;

  @Option(
      names = "--streams",
      paramLabel = "方式",
      description = "读写 TCP 与 HTTP 连接的方式：${COMPLETION-CANDIDATES}；默认取本机可用的最快一种。")
  // Asking for the best loads Netty, which no other command needs.
  private @Nullable Streams streams;

  @Option(names = "--national", description = "由节点选择时优先用国密算法（SM3、SM4）。")
  private boolean national;

  @Override
  public Integer call() throws IOException {
    return Told.of(spec, this::serve);
  }

  private int serve() throws IOException {
    if (streams != null && !streams.isAvailable()) {
      throw new ParameterException(spec.commandLine(), "本机不能用 " + streams + "；请去掉 --streams");
    }
    var out = spec.commandLine().getOut();
    try (var ledger =
            Ledger.open(data.directory, Settings.ordinary(), burst, InstantSource.system());
        var server = start(ledger);
        var _ = Control.open(data.directory, (words, to) -> command(ledger, server, words, to))) {
      out.printf(
          "标识节点已启动，数据在 %s%n  UDP  %s%n  TCP  %s%n  HTTP http://%s:%d/%n按 Ctrl-C 停止%n",
          data.directory.toAbsolutePath(),
          server.udp(),
          server.tcp(),
          host,
          server.http().getPort());
      if (ledger.recounted() > 0) {
        out.printf("上次未正常停止：有 %,d 次应答已从事件日志补入计数%n", ledger.recounted());
      }
      out.flush();
      stopOnSignal();
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed.countDown();
    }
    return 0;
  }

  private NodeServer start(Ledger ledger) throws IOException, InterruptedException {
    var ports = new Ports(host, udp, tcp, http, streams == null ? Streams.best() : streams);
    return NodeServer.start(ledger, ports, Limits.usual(), national);
  }

  /// A command of another process; the first word is the directory its paths are relative to.
  private static int command(
      Ledger ledger, NodeServer server, List<String> words, PrintWriter out) {
    var directory = Path.of(words.getFirst());
    var reach = Reach.within(new Opened(ledger, server.node().prefixes()));
    var code =
        NodeCommands.with(reach)
            .registerConverter(Path.class, directory::resolve)
            .setOut(out)
            .setErr(out)
            .execute(words.subList(1, words.size()).toArray(String[]::new));
    out.flush();
    return code;
  }

  /// Has the signal that ends the process wait until everything is closed.
  private void stopOnSignal() {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  asked.countDown();
                  try {
                    if (!closed.await(30, TimeUnit.SECONDS)) {
                      spec.commandLine().getErr().println("30 秒内未能停止，强行结束；下次启动时自动核对");
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }
}
