package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

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
  void factsThatAreFedAreKnownAndAssessed() throws Exception {
    var unit = city.platform(Map.of("类别", "标杆平台"));
    var facts =
        """
        {"平台": [{"标识": "%s", "实缴注册资金": "900万元"}],
         "展示中心": [{"标识": "Z%s", "平台": "%s", "建成验收": true, "建设投入": 50000}]}
        """
            .formatted(unit.id(), unit.id(), unit.id());

    var answer = feed(facts, "实测", "reviewer");

    assertThat(answer.body()).contains("\"记入\":3");
    assertThat(get("/api/facts?id=" + unit.id()).body())
        .contains("\"实缴注册资金\":\"9000000\"", "\"类别\":\"标杆平台\"", "\"建设投入\":\"50000\"");
    assertThat(city.facts.history("平台", unit.id()))
        .filteredOn(stated -> stated.field().equals("实缴注册资金"))
        .extracting(stated -> stated.kind().label() + " " + stated.recordedBy())
        .containsExactly("实测 reviewer");
  }

  @Test
  void anApplicantDeclaresOfTheOwnUnitAlone() throws Exception {
    var one = city.landed();
    var other = city.landed();
    var facts = "{\"平台\": [{\"标识\": \"%s\", \"投资总额\": 1}]}".formatted(one.id());

    assertThat(feed(facts, "申报", one.applicant().id()).statusCode()).isEqualTo(200);
    assertThat(feed(facts, "认定", one.applicant().id()).statusCode()).isEqualTo(403);
    assertThat(feed(facts, "申报", other.applicant().id()).statusCode()).isEqualTo(403);
  }

  @Test
  void aGrantIsReadFromTheClaimAndFromTheYear() throws Exception {
    var unit = city.landed();
    var claim = city.noticed(unit);

    assertThat(get("/api/claims/" + claim.number()).body())
        .contains("\"审定金额\":\"1600000.00\"", "\"行为\":\"公示期满\"");
    assertThat(get("/api/claims", unit.applicant().id()).body()).contains(claim.number());
    assertThat(get("/api/grants?year=" + city.today().getYear() + "&size=1000").body())
        .contains(claim.number());
    assertThat(get("/api/grants?year=2026", unit.applicant().id()).statusCode()).isEqualTo(403);
  }

  @Test
  void theDescriptionNamesEveryHandlerAndNoOther() throws Exception {
    var handlers =
        city.context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    var there =
        handlers.getHandlerMethods().keySet().stream()
            .flatMap(mapping ->
                mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/"))
                    .flatMap(path ->
                        mapping.getMethodsCondition().getMethods().stream()
                            .map(method -> method.name().toLowerCase(Locale.ROOT) + " " + path)))
            .toList();
    Map<String, Map<String, Map<String, Object>>> document =
        new Yaml().load(get("/api/openapi.yaml").body());
    var described =
        Objects.requireNonNull(document.get("paths")).entrySet().stream()
            .flatMap(
                path -> path.getValue().keySet().stream().map(how -> how + " " + path.getKey()))
            .toList();

    assertThat(described).containsExactlyInAnyOrderElementsOf(there);
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

  private HttpResponse<String> feed(String facts, String source, String account)
      throws IOException, InterruptedException {
    return http.send(
        signed("/api/facts?source=" + Browser.encoded(source), account)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(facts))
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
