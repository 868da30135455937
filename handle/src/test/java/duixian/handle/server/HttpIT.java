package duixian.handle.server;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.account.Accounts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The HTTP interfaces, with the JDK's client and nothing of ours.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class HttpIT {
  private static final String NEW_PREFIX = "88.300.1";
  private static final String PASSWORD = "twelve-signs-or-more";

  private final HttpClient client = HttpClient.newHttpClient();
  private RunningNode node;
  private String operator;
  private String enterprise;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException, InterruptedException {
    node = new RunningNode(directory);
    var password =
        new Accounts(node.ledger.store().rows("account"), node.ledger.clock()).firstOperator();
    operator = token("operator", String.valueOf(password));
    post("/api/prefixes", form("prefix", NEW_PREFIX, "enterprise", "轴承厂"), null);
    post("/api/prefixes/" + NEW_PREFIX + "/approve", "{\"quota\": 5000}", operator);
    post("/api/prefixes/" + NEW_PREFIX + "/allot", "{\"values\": []}", operator);
    post(
        "/api/accounts",
        form("username", "zc", "password", PASSWORD, "prefix", NEW_PREFIX),
        operator);
    enterprise = token("zc", PASSWORD);
  }

  @AfterAll
  void stop() {
    node.close();
    client.close();
  }

  @Test
  void anIdentifierIsPutReadListedAndDeleted() throws IOException, InterruptedException {
    var path = "/api/handles/" + NEW_PREFIX + "/put-1";

    assertThat(put(path, url("http://a.cn"), enterprise).statusCode()).isEqualTo(201);
    assertThat(get(path, null).body()).contains("\"responseCode\":1", "http://a.cn");
    assertThat(get(path, null).body()).contains("http://a.cn");
    assertThat(put(path, url("http://b.cn"), enterprise).statusCode()).isEqualTo(200);
    assertThat(get(path, null).body()).contains("http://b.cn").doesNotContain("http://a.cn");
    assertThat(get("/api/handles?prefix=" + NEW_PREFIX, enterprise).body()).contains("put-1");
    assertThat(delete(path, "", enterprise).statusCode()).isEqualTo(200);
    assertThat(get(path, null).statusCode()).isEqualTo(404);
  }

  @Test
  void aListGoesOnFromItsCursor() throws IOException, InterruptedException {
    var items =
        IntStream.range(0, 25)
            .mapToObj(i -> enterpriseItem("list-%02d".formatted(i), "齿轮"))
            .collect(Collectors.joining(",", "[", "]"));
    post("/identityv2/data/batchCreate", items, enterprise);
    var seen = new ArrayList<String>();
    var cursor = "";
    for (var pages = 0; pages < 100 && cursor != null; pages++) {
      var path = "/api/handles?limit=10&prefix=" + NEW_PREFIX;
      var body = get(cursor.isEmpty() ? path : path + "&cursor=" + cursor, enterprise).body();
      Pattern.compile("\"(" + NEW_PREFIX + "/[^\"]+)\"")
          .matcher(body)
          .results()
          .forEach(found -> seen.add(found.group(1)));
      var next = Pattern.compile("\"cursor\":\"([^\"]+)\"").matcher(body);
      cursor = next.find() ? next.group(1) : null;
    }

    assertThat(seen).doesNotHaveDuplicates().isSorted();
    assertThat(seen.stream().filter(id -> id.contains("/list-"))).hasSize(25);
    assertThat(get("/api/handles?prefix=" + NEW_PREFIX + "&cursor=%25", enterprise).statusCode())
        .isEqualTo(400);
  }

  @Test
  void anIdempotencyKeyGetsTheFirstAnswerAgain() throws IOException, InterruptedException {
    var key = UUID.randomUUID().toString();
    var path = "/api/handles/" + NEW_PREFIX + "/once-1?overwrite=false";

    var first = once(path, url("http://a.cn"), key);
    var again = once(path, url("http://a.cn"), key);
    var other = once(path, url("http://b.cn"), key);
    var without = put(path, url("http://a.cn"), enterprise);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(without.statusCode()).isEqualTo(409);
  }

  @Test
  void withoutATokenNothingIsWritten() throws IOException, InterruptedException {
    var path = "/api/handles/" + NEW_PREFIX + "/anon-1";

    assertThat(put(path, url("http://a.cn"), null).statusCode()).isEqualTo(403);
    assertThat(put(path, url("http://a.cn"), "bm90LWEtdG9rZW4").statusCode()).isEqualTo(403);
    assertThat(get(path, null).statusCode()).isEqualTo(404);
  }

  @Test
  void anEnterpriseStaysInItsPrefix() throws IOException, InterruptedException {
    var foreign = "/api/handles/" + RunningNode.PREFIX + "/foreign-1";

    assertThat(put(foreign, url("http://a.cn"), enterprise).statusCode()).isEqualTo(403);
    assertThat(get("/api/prefixes", enterprise).statusCode()).isEqualTo(403);
  }

  @Test
  void theEnterpriseInterfaceRegistersAndShows() throws IOException, InterruptedException {
    var item = enterpriseItem("ent-1", "齿轮箱");

    assertThat(post("/identityv2/data", item, enterprise).body()).contains("\"status\":1");
    assertThat(post("/identityv2/data", item, enterprise).body())
        .contains("\"status\":-2", "标识已存在");
    assertThat(get("/identityv2/data/detail?handle=" + NEW_PREFIX + "/ent-1", enterprise).body())
        .contains("齿轮箱", "\"prefix\":\"" + NEW_PREFIX + "\"");
    assertThat(get("/identityv2/data/detail?handle=" + NEW_PREFIX + "/ent-1", null).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aBatchHasAResultForEachItem() throws IOException, InterruptedException {
    var items =
        IntStream.range(0, 200)
            .mapToObj(i -> enterpriseItem("batch-" + i % 150, "轴承 " + i % 150))
            .collect(Collectors.joining(",", "[", "]"));

    var body = post("/identityv2/data/batchCreate", items, enterprise).body();

    assertThat(body.split("\"msg\":\"success\"", -1)).hasSize(151);
    assertThat(body.split("标识已存在", -1)).hasSize(51);
  }

  @Test
  void batchesUpdateAndDelete() throws IOException, InterruptedException {
    var items = "[" + enterpriseItem("bu-1", "旧") + "," + enterpriseItem("bu-2", "旧") + "]";
    post("/identityv2/data/batchCreate", items, enterprise);

    var updated = send("PUT", "/identityv2/data/batchUpdate", items.replace("旧", "新"), enterprise);
    var detail = get("/identityv2/data/detail?handle=" + NEW_PREFIX + "/bu-2", enterprise);
    var handles = "[\"" + NEW_PREFIX + "/bu-1\",\"" + NEW_PREFIX + "/none\"]";
    var deleted = delete("/identityv2/data/batchDelete", handles, enterprise);

    assertThat(updated.body().split("\"msg\":\"success\"", -1)).hasSize(3);
    assertThat(detail.body()).contains("新").doesNotContain("旧");
    assertThat(deleted.body()).contains("\"code\":1", "\"code\":-2", "标识不存在");
  }

  @Test
  void aBatchOfMoreThanTwoThousandIsRefusedWhole() throws IOException, InterruptedException {
    var items =
        IntStream.rangeClosed(0, 2000)
            .mapToObj(i -> enterpriseItem("much-" + i, "x"))
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(post("/identityv2/data/batchCreate", items, enterprise).body())
        .contains("2000", "2001");
    assertThat(get("/api/handles/" + NEW_PREFIX + "/much-1", null).statusCode()).isEqualTo(404);
  }

  @Test
  void aStreamGivesOneResultALine() throws IOException, InterruptedException {
    var lines =
        IntStream.range(0, 2500)
            .mapToObj(i ->
                i == 1200
                    ? "not json"
                    : "{\"handle\":\""
                        + RunningNode.PREFIX
                        + "/s-"
                        + i
                        + "\",\"values\":"
                        + url("http://a.cn/" + i)
                        + "}")
            .collect(Collectors.joining("\n"));

    var results = post("/api/handles/stream", lines, operator).body().lines().toList();

    assertThat(results).hasSize(2500);
    assertThat(results.get(1200)).contains("\"line\":1201", "\"responseCode\":4");
    assertThat(results.stream().filter(line -> line.contains("\"responseCode\":1}")).count())
        .isEqualTo(2499);
  }

  @Test
  void aTemplateIsObeyed() throws IOException, InterruptedException {
    node.allot("88.301", 100, false, java.util.List.of());
    var template =
        """
        {"id": "gear", "version": "1.0", "items": [
          {"index": 2000, "idType": "name", "required": true,
           "metadata": {"type": "string", "minLength": 1, "maxLength": 5}},
          {"index": 2001, "idType": "made", "required": false, "metadata": {"type": "date"}}]}
        """;
    assertThat(post("/snms/api/template/v1", template, operator).statusCode()).isEqualTo(200);

    assertThat(gear("ok", "齿轮", "2024-05-01")).isEqualTo(201);
    assertThat(gear("long", "一二三四五六", "2024-05-01")).isEqualTo(400);
    assertThat(gear("date", "齿轮", "May 1")).isEqualTo(400);
    assertThat(put("/api/handles/88.301/unknown", gearValues(2002, "x"), operator).body())
        .contains("2002");
  }

  private int gear(String suffix, String name, String made)
      throws IOException, InterruptedException {
    var values =
        "["
            + value(1000, "T", "gear")
            + ","
            + value(1001, "V", "1.0")
            + ","
            + value(2000, "name", name)
            + ","
            + value(2001, "made", made)
            + "]";
    return put("/api/handles/88.301/" + suffix, values, operator).statusCode();
  }

  private static String gearValues(int index, String text) {
    return "["
        + value(1000, "T", "gear")
        + ","
        + value(1001, "V", "1.0")
        + ","
        + value(2000, "name", "齿轮")
        + ","
        + value(index, "extra", text)
        + "]";
  }

  @Test
  void aQuotaIsNeverPassed() throws IOException, InterruptedException {
    node.allot("88.302", 3, false, java.util.List.of());

    var codes =
        IntStream.range(0, 5).mapToObj(i -> putQuietly("/api/handles/88.302/" + i)).toList();

    assertThat(codes).containsExactly(201, 201, 201, 403, 403);
    delete("/api/handles/88.302/0", "", operator);
    assertThat(putQuietly("/api/handles/88.302/9")).isEqualTo(201);
  }

  private int putQuietly(String path) {
    try {
      return put(path, url("http://a.cn"), operator).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void headTellsTheLengthOnly() throws IOException, InterruptedException {
    var path = "/api/handles/" + NEW_PREFIX + "/head-1";
    put(path, url("http://a.cn"), enterprise);

    var head = send("HEAD", path, "", null);

    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("content-length").orElse(0)).isGreaterThan(50);
    assertThat(get(path, null).body()).contains("http://a.cn");
  }

  @Test
  void wrongRequestsAreTold() throws IOException, InterruptedException {
    var path = "/api/handles/" + NEW_PREFIX + "/wrong-1";

    assertThat(put(path, "{", enterprise).statusCode()).isEqualTo(400);
    assertThat(put(path, "{\"values\": 3}", enterprise).statusCode()).isEqualTo(400);
    assertThat(put(path, "[" + value(0, "URL", "x") + "]", enterprise).statusCode()).isEqualTo(400);
    assertThat(get("/nowhere", null).statusCode()).isEqualTo(404);
    assertThat(post("/identity/token", form("username", "zc", "password", "x"), null).statusCode())
        .isEqualTo(401);
  }

  @Test
  void statusAndMetricsCountWhatHappened() throws IOException, InterruptedException {
    get("/api/handles/" + NEW_PREFIX + "/none", null);

    assertThat(get("/", null).body()).contains("标识节点状态", NEW_PREFIX);
    assertThat(get("/metrics", null).body())
        .contains("duixian_node_requests_total{channel=\"http\"}")
        .containsPattern("duixian_node_identifiers\\{prefix=\"88.300.1\"\\} [0-9]+");
  }

  private static String enterpriseItem(String suffix, String name) {
    return "{\"handle\":\""
        + NEW_PREFIX
        + "/"
        + suffix
        + "\",\"value\":[{\"index\":2000,\"type\":\"name\",\"data\":{\"format\":\"string\",\"value\":\""
        + name
        + "\"}}]}";
  }

  private static String url(String text) {
    return "[" + value(1, "URL", text) + "]";
  }

  private static String value(int index, String type, String text) {
    return "{\"index\":"
        + index
        + ",\"type\":\""
        + type
        + "\",\"data\":{\"format\":\"string\",\"value\":\""
        + text
        + "\"}}";
  }

  private static String form(String... pairs) {
    return IntStream.range(0, pairs.length / 2)
        .mapToObj(i -> "\"" + pairs[2 * i] + "\":\"" + pairs[2 * i + 1] + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String token(String name, String password) throws IOException, InterruptedException {
    var body = post("/identity/token", form("username", name, "password", password), null).body();
    return body.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
  }

  private HttpResponse<String> once(String path, String body, String key)
      throws IOException, InterruptedException {
    return client.send(
        request(path, enterprise)
            .header("Idempotency-Key", key)
            .PUT(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path, @Nullable String token)
      throws IOException, InterruptedException {
    return client.send(request(path, token).GET().build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> put(String path, String body, @Nullable String token)
      throws IOException, InterruptedException {
    return send("PUT", path, body, token);
  }

  private HttpResponse<String> post(String path, String body, @Nullable String token)
      throws IOException, InterruptedException {
    return send("POST", path, body, token);
  }

  private HttpResponse<String> delete(String path, String body, @Nullable String token)
      throws IOException, InterruptedException {
    return send("DELETE", path, body, token);
  }

  private HttpResponse<String> send(String method, String path, String body, @Nullable String token)
      throws IOException, InterruptedException {
    var request = request(path, token).method(method, BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, @Nullable String token) {
    var uri = URI.create("http://127.0.0.1:" + node.server.http().getPort() + path);
    var request = HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }
}
