package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Role;
import org.junit.jupiter.api.Test;

class OidcTest {
  @Test
  void whoSignsInAtTheIssuerIsThePersonOfThatAccount() throws Exception {
    try (var issuer = new Issuer("reviewer");
        var service =
            Services.start(
                Services.folder(),
                new MovableClock(),
                "--duixian.oidc.issuer=" + issuer.address(),
                "--duixian.oidc.client=duixian",
                "--duixian.oidc.secret=合成密钥")) {
      var parties = service.getBean(Parties.class);
      parties.add(new Organisation("科室", "科室", "科室", null, null));
      parties.add(City.person("reviewer", "科室", Role.REVIEWER), null, City.START);
      var browser =
          new Browser(
              "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
      assertThat(browser.open("/sign-in").body()).contains("/oauth2/authorization/city");

      var page = browser.open("/oauth2/authorization/city");

      assertThat(page.uri().getPath()).isEqualTo("/inbox");
      assertThat(page.body()).contains("reviewer", "业务科室");
    }
  }
}
