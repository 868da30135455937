package duixian.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Somebody who opens pages and hands in forms, with cookies, without scripts.
final class Browser {
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(_csrf|_once)\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String site;

  Browser(String site) {
    this.site = site;
  }

  Browser(City city) {
    site = "http://127.0.0.1:" + city.context.getEnvironment().getProperty("local.server.port");
  }

  /// The page behind any redirects.
  HttpResponse<String> open(String path) throws IOException, InterruptedException {
    return follow(send(HttpRequest.newBuilder(URI.create(site + path)).build()));
  }

  /// A file behind a link, byte for byte.
  byte[] bytes(String path) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(site + path)).build(),
            HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  /// Hands in a form of the page with its token and follows; status of the last answer.
  HttpResponse<String> submit(String page, String action, Map<String, String> fields)
      throws IOException, InterruptedException {
    return follow(post(page, action, fields));
  }

  /// Hands in a form of the page and answers what came back at once.
  HttpResponse<String> post(String page, String action, Map<String, String> fields)
      throws IOException, InterruptedException {
    return hand(page, action, fields, hidden(page));
  }

  /// What the forms of a page bring along unseen: token and number.
  Map<String, String> hidden(String page) throws IOException, InterruptedException {
    return hiddenIn(open(page).body());
  }

  private static Map<String, String> hiddenIn(String html) {
    var hidden = new LinkedHashMap<String, String>();
    var found = HIDDEN.matcher(html);
    while (found.find()) {
      hidden.putIfAbsent(found.group(1), found.group(2));
    }
    return hidden;
  }

  /// Hands in a form that was opened before; what came back at once.
  HttpResponse<String> hand(
      String page, String action, Map<String, String> fields, Map<String, String> hidden)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(site + action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Referer", site + page)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    Stream.of(fields, hidden)
                        .map(Browser::joined)
                        .collect(Collectors.joining("&"))))
            .build());
  }

  private static String joined(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /// Hands in a form with a field that occurs several times.
  HttpResponse<String> submitAll(String page, String action, String first, List<String> more)
      throws IOException, InterruptedException {
    var body = first + "&" + String.join("&", more) + "&" + joined(hidden(page));
    return follow(
        send(
            HttpRequest.newBuilder(URI.create(site + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", site + page)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
  }

  /// Hands in a form with one file named `file`.
  HttpResponse<String> upload(String page, String action, String content)
      throws IOException, InterruptedException {
    return upload(page, action, Map.of(), content.getBytes(StandardCharsets.UTF_8));
  }

  /// Hands in a form with other fields beside its file.
  HttpResponse<String> upload(
      String page, String action, Map<String, String> fields, byte[] content)
      throws IOException, InterruptedException {
    return upload(page, action, fields, "t.csv", content);
  }

  /// The same with the file's name.
  HttpResponse<String> upload(
      String page, String action, Map<String, String> fields, String name, byte[] content)
      throws IOException, InterruptedException {
    var body = new ByteArrayOutputStream();
    for (var part : List.of(hidden(page), fields)) {
      for (var field : part.entrySet()) {
        part(
            body,
            "name=\"" + field.getKey() + "\"",
            field.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    part(
        body,
        "name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream",
        content);
    body.write("--grenze--\r\n".getBytes(StandardCharsets.UTF_8));
    return follow(
        send(
            HttpRequest.newBuilder(URI.create(site + action))
                .header("Content-Type", "multipart/form-data; boundary=grenze")
                .header("Referer", site + page)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build()));
  }

  private static void part(ByteArrayOutputStream body, String head, byte[] content)
      throws IOException {
    body.write(
        ("--grenze\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> signIn(String account, String password)
      throws IOException, InterruptedException {
    return submit("/sign-in", "/sign-in", Map.of("account", account, "password", password));
  }

  Browser as(String account) throws IOException, InterruptedException {
    signIn(account, City.PASSWORD);
    return this;
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> follow(HttpResponse<String> answer)
      throws IOException, InterruptedException {
    var here = answer;
    while (here.statusCode() / 100 == 3) {
      var to = here.uri().resolve(here.headers().firstValue("Location").orElseThrow());
      here = send(HttpRequest.newBuilder(to).build());
    }
    return here;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
