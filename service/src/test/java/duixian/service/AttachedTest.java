package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Whoever has to judge can open what somebody handed in.
class AttachedTest {
  private static final byte[] PHOTO = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};
  private static final byte[] PAPER = "%PDF-1.4\n合成\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

  private final City city = City.city();

  @Test
  void anOfficerAddsPhotosToTheStepAndOthersOpenThem() throws Exception {
    var unit = city.landed();
    var claim = city.landing(unit);
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    city.proceedings.act(claim.id(), "受理", city.clerk, "");
    var page = "/cases/" + claim.number();
    var reviewer = new Browser(city).as("reviewer");

    assertThat(reviewer.upload(page, page + "/files", Map.of(), "现场.png", PHOTO).body())
        .contains("已附卷 1 个文件", "现场.png", "形式审查附卷");
    var link = link(page + "/files/[0-9a-f]{64}", reviewer.open(page).body());
    assertThat(new Browser(city).as("leader").bytes(link)).isEqualTo(PHOTO);
  }

  @Test
  void whoDoesNotHandleTheStepAddsNothing() throws Exception {
    var unit = city.landed();
    var claim = city.landing(unit);
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    var page = "/cases/" + claim.number();

    var refused =
        new Browser(city).as("reviewer").upload(page, page + "/files", Map.of(), "现场.png", PHOTO);

    assertThat(refused.body()).contains("“受理”不由reviewer办理，不能附卷").doesNotContain("现场.png");
  }

  @Test
  void whatIsNoDocumentIsRefusedWithASentence() throws Exception {
    var unit = city.landed();
    var claim = city.landing(unit);
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    var page = "/cases/" + claim.number();

    var refused =
        new Browser(city)
            .as("clerk")
            .upload(page, page + "/files", Map.of(), "现场.png", new byte[] {'M', 'Z', 0, 0});

    assertThat(refused.body()).contains("class=\"sentence refused\"").doesNotContain("受理附卷");
  }

  @Test
  void theOfficerOpensWhatCameWithAnObjection() throws Exception {
    var unit = city.landed();
    var claim = city.ready(unit, city.landing(unit));
    city.proceedings.decide(claim.id(), city.rooms.ceiling(claim), 2026, city.leader, "");
    var notice = city.notices.publish("公示", List.of(claim.id()), city.reviewer);
    var page = "/notices/" + notice.id() + "/objection/" + claim.id();
    new Browser(city)
        .upload(
            page,
            page,
            Map.of("name", "合成异议人", "contact", "13900000000", "content", "见附件 " + unit.id()),
            "依据.pdf",
            PAPER);
    var officer = new Browser(city).as("officer");

    var link =
        link(
            "/publish/objections/[0-9]+/files/[0-9a-f]{64}",
            officer.open("/publish/objections").body().split("见附件 " + unit.id(), 2)[1]);

    assertThat(officer.bytes(link)).isEqualTo(PAPER);
    assertThat(new Browser(city).bytes(link)).isNotEqualTo(PAPER);
  }

  @Test
  void theOfficerOpensWhatCameWithAContestedFact() throws Exception {
    var unit = city.landed();
    var page = "/my-data/" + Browser.encoded("平台") + "/" + unit.id();
    new Browser(city)
        .as(unit.applicant().id())
        .upload(
            page + "?field=" + Browser.encoded("实缴注册资金"),
            page,
            Map.of("field", "实缴注册资金", "value", "900万元", "reason", "验资 " + unit.id()),
            "验资.pdf",
            PAPER);
    var officer = new Browser(city).as("officer");
    var contests = officer.open("/contests").body();

    assertThat(contests).contains("800万元", "900万元");
    var link = link("/contests/[0-9]+/evidence", contests.split("验资 " + unit.id(), 2)[1]);
    assertThat(officer.bytes(link)).isEqualTo(PAPER);
    officer.submit(
        "/contests",
        link.replace("/evidence", ""),
        Map.of("accepted", "false", "answer", "凭证不是验资报告"));
    assertThat(officer.open(link).statusCode()).isEqualTo(404);
  }

  private static String link(String pattern, String body) {
    var found = Pattern.compile(pattern).matcher(body);
    assertThat(found.find()).isTrue();
    return found.group();
  }
}
