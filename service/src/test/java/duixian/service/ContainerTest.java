package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that reach no page of ours are answered by one sentence all the same.
@Timeout(20)
class ContainerTest {
  private final City city = City.city();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /cases/%00 HTTP/1.1",
        "GET /a%ZZ HTTP/1.1",
        "GET /a%2fb HTTP/1.1",
        "GET /<script>alert(1)</script> HTTP/1.1",
        "GET /two words HTTP/1.1",
        "G@T / HTTP/1.1",
        "GET / HTTP/9.9"
      })
  void whatTheContainerCannotReadIsRefusedInOneChineseSentence(String line) throws Exception {
    refused(said(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
  }

  @Test
  void headersThatAreTooLongAreRefusedInTheSameWay() throws Exception {
    var cookie = "Cookie: a=" + "b".repeat(20_000);

    var answer = said("GET / HTTP/1.1\r\nHost: localhost\r\n" + cookie + "\r\n\r\n");

    refused(answer);
    assertThat(answer).contains("清除本站的 Cookie 再试");
  }

  private static void refused(String answer) {
    assertThat(answer)
        .containsPattern("^HTTP/1.1 (400|505)")
        .contains("Content-Security-Policy: default-src 'self'", "X-Content-Type-Options: nosniff")
        .contains("<html lang=\"zh-CN\">", "请从首页重新进入")
        .doesNotContain("Tomcat", "Bad Request", "Apache", "Exception", "<script", "style=");
  }

  private String said(String request) throws IOException {
    var port =
        Integer.parseInt(city.context.getEnvironment().getRequiredProperty("local.server.port"));
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
