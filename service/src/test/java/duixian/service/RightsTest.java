package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address that a controller answers has a row of its own in the table of rights.
class RightsTest {
  private static final Set<String> OF_EVERYBODY =
      Set.of(
          "/",
          "/assets/{hash}/{name}",
          "/error",
          "/sign-in",
          "/policy",
          "/calculator",
          "/calculator/result",
          "/notices",
          "/notices/{id}",
          "/notices/{id}/objection/{claim}",
          "/targets",
          "/log",
          "/search",
          "/api/health");

  private final City city = City.city();

  @Test
  void noAddressIsWithoutARight() {
    var undeclared = new TreeSet<String>();
    for (var pattern : patterns()) {
      if (!rights().isDeclared(path(pattern))) {
        undeclared.add(pattern);
      }
    }

    assertThat(patterns()).hasSizeGreaterThan(30);
    assertThat(undeclared).isEmpty();
  }

  @Test
  void whatNeedsNoSignInIsNamedHereOneByOne() throws Exception {
    var open = new TreeSet<String>();
    for (var pattern : patterns()) {
      if (rights().isForEverybody(path(pattern))) {
        open.add(pattern);
      }
    }

    assertThat(open).containsExactlyInAnyOrderElementsOf(OF_EVERYBODY);
  }

  @Test
  void whoIsNotSignedInIsLedToSignInFromEveryOtherPage() throws Exception {
    var browser = new Browser(city);
    for (var pattern : patterns()) {
      if (!OF_EVERYBODY.contains(pattern) && !pattern.startsWith("/api/")) {
        assertThat(browser.open(path(pattern)).uri().getPath()).as(pattern).isEqualTo("/sign-in");
      }
    }
  }

  @Test
  void anApplicantOpensNoPageOfTheOffices() throws Exception {
    var browser = new Browser(city).as(city.landed().applicant().id());
    for (var page : List.of("/inbox", "/cases", "/money", "/settings", "/oversight", "/contests")) {
      assertThat(browser.open(page).statusCode()).as(page).isEqualTo(403);
    }
  }

  private duixian.service.access.RightsTable rights() {
    return city.context.getBean(duixian.service.access.RightsTable.class);
  }

  private Set<String> patterns() {
    var patterns = new TreeSet<String>();
    city.context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> patterns.addAll(mapping.getPatternValues()));
    return patterns;
  }

  private static String path(String pattern) {
    return pattern.replaceAll("\\{[^}]+}", "1");
  }
}
