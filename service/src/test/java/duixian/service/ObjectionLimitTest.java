package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.claim.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Nobody needs to sign in to object, so an address may do so only so often.
class ObjectionLimitTest {
  private static final int MOST = 20;

  private final City city = City.city();

  @Test
  void anAddressThatObjectsTooOftenReadsWhenItMayAgain() throws Exception {
    city.clock.forward(Duration.ofHours(2));
    var browser = new Browser(city);
    var page = page();
    for (int i = 0; i < MOST; i++) {
      assertThat(object(browser, page)).contains("异议已收到，编号");
    }

    assertThat(object(browser, page)).contains("从您这里一小时内已经提交了 20 次，请过一小时再提").contains("人员没有到位");
    city.clock.forward(Duration.ofMinutes(61));
    assertThat(object(browser, page)).contains("异议已收到，编号");
    city.clock.forward(Duration.ofMinutes(61));
  }

  private static String object(Browser browser, String page) throws Exception {
    return browser
        .submit(page, page, Map.of("name", "合成异议人", "contact", "13800000000", "content", "人员没有到位"))
        .body();
  }

  private String page() {
    var unit = city.landed();
    Claim claim = city.ready(unit, city.landing(unit));
    city.proceedings.decide(claim.id(), city.rooms.ceiling(claim), 2026, city.leader, "");
    var notice = city.notices.publish("公示", List.of(claim.id()), city.reviewer);
    return "/notices/" + notice.id() + "/objection/" + claim.id();
  }
}
