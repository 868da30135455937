package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.claim.Claim;
import duixian.service.claim.voucher.VoucherSheet;
import duixian.service.claim.voucher.Vouchers;
import duixian.service.party.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The special audit of what a claim rests on, invoice by invoice.
class VouchersTest {
  private static final String HEAD = "项目内容,发票号,发票日期,价税合计,可抵扣税额,合同号,付款凭证号,入账凭证号,申报内\n";
  private static final Map<String, String> BUILT = Map.of("from", "2023-01-01", "to", "2023-12-31");

  private final City city = City.city();
  private final Vouchers vouchers = city.context.getBean(Vouchers.class);

  @Test
  void onlyWhatMatchesIsDeclaredAndWasBoughtWhileBuildingCounts() throws Exception {
    var claim = inAudit();
    var auditor = new Browser(city).as("auditor");

    var page =
        take(
            auditor,
            claim,
            HEAD
                + "设备,F1-%s,2023-05-01,113000.00,13000.00,HT1,P1,R1,是\n".formatted(claim.id())
                + "软件,F2-%s,2022-12-31,1000,0,HT1,P1,R1,是\n".formatted(claim.id())
                + "家具,F3-%s,2023-06-01,500,0,HT2,P2,R2,否\n".formatted(claim.id())
                + "服务,F4-%s,2023-06-02,600,0,,,,是\n".formatted(claim.id())
                + "设备,F1-%s,2023-05-01,113000.00,13000.00,HT1,P1,R1,是\n".formatted(claim.id()));

    assertThat(page)
        .contains("已导入 5 笔", "发票日期不在建设期内", "不在申报的内容里", "没有合同", "没有付款凭证", "没有入账凭证", "发票号在表里重复");
    assertThat(sheet(claim).counted()).isEqualTo(10_000_000);
    assertThat(sheet(claim).refused()).isEqualTo(4);
    assertThat(new Browser(city).as("leader").open("/cases/" + claim.number()).body())
        .contains("审计明细", "10万元");
  }

  @Test
  void anInvoicePaysOnceInTheWholeCity() throws Exception {
    var first = inAudit();
    var second = inAudit();
    var auditor = new Browser(city).as("auditor");
    var line = HEAD + "设备,同一张-%s,2023-05-01,100,0,HT,P,R,是\n".formatted(first.id());

    take(auditor, first, line);
    assertThat(take(auditor, second, line)).contains("同一发票也在申报 " + first.number());

    assertThat(sheet(first).counted()).isZero();
    assertThat(sheet(second).counted()).isZero();
    take(auditor, first, HEAD + "设备,另一张-%s,2023-05-01,100,0,HT,P,R,是\n".formatted(first.id()));
    assertThat(sheet(second).counted()).isEqualTo(10_000);
  }

  @Test
  void whatIsTakenAwayMayBeBroughtBack() throws Exception {
    var claim = inAudit();
    var auditor = new Browser(city).as("auditor");
    var page = "/cases/" + claim.number() + "/vouchers";
    take(auditor, claim, HEAD + "设备,=F-%s,2023-05-01,100,1.5,HT,P,R,是\n".formatted(claim.id()));
    var before = sheet(claim);

    auditor.upload(page, page, BUILT, "t.xlsx", auditor.bytes(page + "?format=xlsx"));

    assertThat(sheet(claim).version()).isEqualTo(2);
    assertThat(sheet(claim).lines()).isEqualTo(before.lines());
  }

  @Test
  void oneWrongCellAndNothingIsTaken() throws Exception {
    var claim = inAudit();
    var auditor = new Browser(city).as("auditor");

    assertThat(take(auditor, claim, HEAD + "设备,F,2023-05-01,100,101,HT,P,R,是\n"))
        .contains("第 2 行“可抵扣税额”列", "一行也没有写入", "value=\"2023-01-01\"");
    assertThat(take(auditor, claim, HEAD + "设备,F,昨天,100,1,HT,P,R,是\n")).contains("“发票日期”列");
    assertThat(take(auditor, claim, HEAD + "设备,F,2023-05-01,1e99999999,1,HT,P,R,是\n"))
        .contains("“价税合计”列");
    assertThat(take(auditor, claim, HEAD)).contains("文件里没有发票");
    assertThat(vouchers.of(claim)).isEmpty();
  }

  @Test
  void onlyTheAuditorWhoseStepItIsBringsATable() throws Exception {
    var claim = inAudit();
    var line = HEAD + "设备,F9,2023-05-01,100,0,HT,P,R,是\n";

    assertThat(take(new Browser(city).as("reviewer"), claim, line)).contains("不能导入审计明细");
    city.proceedings.act(claim.id(), "通过", city.auditor, "");
    assertThat(take(new Browser(city).as("auditor"), claim, line)).contains("不能导入审计明细");
    assertThat(vouchers.of(claim)).isEmpty();
  }

  private VoucherSheet sheet(Claim claim) {
    return vouchers.of(claim).orElseThrow();
  }

  private static String take(Browser browser, Claim claim, String table) throws Exception {
    var page = "/cases/" + claim.number() + "/vouchers";
    return browser
        .upload(page, page, BUILT, "t.csv", table.getBytes(StandardCharsets.UTF_8))
        .body();
  }

  private Claim inAudit() {
    var claim = city.inExpertReview(city.landed());
    city.tasks.of(claim.id()).stream()
        .filter(task -> task.isOpen() && task.person() != null)
        .forEach(task ->
            city.verdicts.score(
                claim.id(), 90, City.person(task.person(), "专家组", Role.EXPERT), ""));
    var scored = city.claims.claim(claim.id());
    if (scored.step().equals("现场核查")) {
      city.verdicts.give(claim.id(), true, city.officer, "");
      city.verdicts.give(claim.id(), true, city.otherOfficer, "");
    }
    return city.claims.claim(claim.id());
  }
}
