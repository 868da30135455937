package duixian.cli.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `duixian node serve` as a process of its own, on loopback.
class ServeProcessTest {
  @TempDir Path folder;

  @Test
  @Timeout(120)
  void aSignalStopsItWithinTwoSecondsAndNothingIsLost() throws Exception {
    var started = start("--udp", "0", "--tcp", "0", "--http", "0");
    try (var out = started.inputReader(UTF_8)) {
      put(ready(out));
      var begun = System.nanoTime();
      started.destroy();
      assertThat(started.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat((System.nanoTime() - begun) / 1e9).isLessThan(2.0);
    }

    var audit = process("audit", "--data", data());
    assertThat(text(audit)).contains("哈希根、封签链与签名全部相符", "抽查标识 20 个，证明成立 20 个");
    assertThat(audit.exitValue()).isZero();
  }

  @Test
  @Timeout(120)
  void aPortInUseIsToldInOneSentence() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = "" + taken.getLocalPort();
      var refused = start("--udp", "0", "--tcp", port, "--http", "0");

      assertThat(text(refused))
          .contains("TCP 端口 127.0.0.1:" + port, "已被占用")
          .doesNotContain("\tat ");
      assertThat(refused.exitValue()).isEqualTo(1);
    }
  }

  @Test
  @Timeout(120)
  void twoProcessesDoNotShareOneDirectory() throws Exception {
    var first = start("--udp", "0", "--tcp", "0", "--http", "0");
    try (var out = first.inputReader(UTF_8)) {
      assertThat(ready(out)).startsWith("http://");
      var second = start("--udp", "0", "--tcp", "0", "--http", "0");

      assertThat(text(second)).contains("打不开");
      assertThat(second.exitValue()).isEqualTo(1);
    } finally {
      first.destroy();
      first.waitFor(10, TimeUnit.SECONDS);
    }
  }

  /// Where it listens for HTTP, once it says that it does.
  private static String ready(BufferedReader out) throws IOException {
    var url = "";
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains("http://")) {
        url = line.substring(line.indexOf("http://")).strip();
      }
      if (line.contains("Ctrl-C")) {
        return url;
      }
    }
    throw new IOException("the node did not start");
  }

  /// Allots a prefix through the door of the running node and registers one identifier over HTTP.
  private void put(String url) throws Exception {
    var prefix = process("prefix", "--data", data(), "88.118.8", "--enterprise", "示例企业");
    assertThat(text(prefix)).contains("已分配");
    var client = HttpClient.newHttpClient();
    var password = Files.readString(Path.of(data(), "operator-password.txt")).strip();
    var form = "{\"username\":\"operator\",\"password\":\"" + password + "\"}";
    var signedIn =
        client
            .send(
                HttpRequest.newBuilder(URI.create(url + "identity/token"))
                    .POST(BodyPublishers.ofString(form))
                    .build(),
                BodyHandlers.ofString())
            .body();
    var token = signedIn.replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
    var value = "[{\"index\":1,\"type\":\"URL\",\"data\":\"http://a.cn\"}]";
    var put =
        HttpRequest.newBuilder(URI.create(url + "api/handles/88.118.8/a"))
            .header("Authorization", "Bearer " + token)
            .PUT(BodyPublishers.ofString(value))
            .build();
    assertThat(client.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    client.close();
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private Process start(String... options) throws IOException {
    var words = new ArrayList<>(List.of("serve", "--data", data()));
    words.addAll(List.of(options));
    return process(words.toArray(String[]::new));
  }

  private static Process process(String... words) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsun.jnu.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "duixian.cli.Main",
                "node"));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  private static String text(Process process) throws IOException, InterruptedException {
    var text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return text;
  }
}
