package duixian.bench.service;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// People at their browsers: each signs in through the form once and keeps the cookies.
final class Visitors implements AutoCloseable {
  static final String NOBODY = "-";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String at;
  private final Map<String, HttpClient> browsers = new HashMap<>();

  Visitors(int port) {
    at = "http://127.0.0.1:" + port;
  }

  /// Signs in whoever is not yet; [#NOBODY] needs not.
  void admit(String person) throws IOException, InterruptedException {
    if (browsers.containsKey(person)) {
      return;
    }
    var browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    browsers.put(person, browser);
    if (!person.equals(NOBODY)) {
      var form = send(browser, HttpRequest.newBuilder(URI.create(at + "/sign-in")));
      var token = TOKEN.matcher(form.body());
      var body =
          "account=%s&password=%s%s"
              .formatted(
                  person,
                  Crowd.PASSWORD,
                  token.find()
                      ? "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
                      : "");
      var answer =
          send(
              browser,
              HttpRequest.newBuilder(URI.create(at + "/sign-in"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(body)));
      var target = answer.headers().firstValue("Location").orElse("");
      if (answer.statusCode() / 100 != 3 || target.contains("wrong")) {
        throw new IOException(person + " does not get in: " + answer.statusCode());
      }
    }
  }

  HttpResponse<String> open(String person, String path) throws IOException, InterruptedException {
    var browser = browsers.get(person);
    if (browser == null) {
      throw new IllegalArgumentException(person + " was not admitted");
    }
    return send(browser, HttpRequest.newBuilder(URI.create(at + path)));
  }

  @Override
  public void close() {
    browsers.values().forEach(HttpClient::close);
  }

  private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(
        request.timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
