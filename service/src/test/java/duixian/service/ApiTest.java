package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ApiTest {
  private static final HttpResponse.BodyHandler<String> BODY = HttpResponse.BodyHandlers.ofString();

  private final City city = City.city();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aUnitIsAssessedOnWhatIsStored() throws Exception {
    var unit = city.landed();

    var answer = get("/api/assess?id=" + unit.id());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"平台落地奖励\"", "\"可兑现\"", "1600000.00");
  }

  @Test
  void factsThatDoNotReadAreAnsweredWithSentences() throws Exception {
    var answer = post("{\"平台\":[{\"标识\":\"P\",\"类别\":\"大平台\"}]}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("记录 P").contains("字段 类别");
  }

  @Test
  void factsThatAreSentAreAssessed() throws Exception {
    var answer =
        post(
            """
            {"平台": [{"标识": "P", "类别": "标杆平台", "实缴注册资金": "1200万元",
              "办公场所已选定": true, "人员已到位": true}]}
            """);

    assertThat(answer.body()).contains("2000000.00", "上限 200万元 每 平台");
  }

  @Test
  void whoIsNotSignedInIsNotAnswered() throws Exception {
    var answer = http.send(HttpRequest.newBuilder(uri("/api/assess?id=P1")).build(), BODY);

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void aUnitIsNotAnsweredAboutAnother() throws Exception {
    var one = city.landed();
    var other = city.landed();

    assertThat(get("/api/assess?id=" + one.id(), other.applicant().id()).statusCode())
        .isEqualTo(403);
    assertThat(get("/api/assess?id=" + one.id(), one.applicant().id()).statusCode()).isEqualTo(200);
  }

  @Test
  void healthIsForEverybody() throws Exception {
    var answer = http.send(HttpRequest.newBuilder(uri("/api/health")).build(), BODY);

    assertThat(answer.body()).contains("正常");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(path, "reviewer");
  }

  private HttpResponse<String> get(String path, String account)
      throws IOException, InterruptedException {
    return http.send(signed(path, account).build(), BODY);
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return http.send(
        signed("/api/assess", "reviewer")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BODY);
  }

  private HttpRequest.Builder signed(String path, String account) {
    var word = (account + ":" + City.PASSWORD).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(uri(path))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(word));
  }

  private URI uri(String path) {
    var port = city.context.getEnvironment().getProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
