package duixian.service.access;

import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

@Controller
class SignInPages {
  private static final int SHOWN_OF_A_ROLE = 5;

  private final Parties parties;
  private final boolean demo;
  private final ObjectProvider<ClientRegistrationRepository> issuers;

  SignInPages(
      Parties parties,
      @Value("${duixian.demo:false}") boolean demo,
      ObjectProvider<ClientRegistrationRepository> issuers) {
    this.parties = parties;
    this.demo = demo;
    this.issuers = issuers;
  }

  @GetMapping("/sign-in")
  Answer signIn(
      @RequestParam(name = "wrong", required = false) @Nullable String wrong,
      @SessionAttribute(name = SecurityConfiguration.STALE, required = false)
          @Nullable Boolean stale) {
    return new Answer.Page(
        "登录",
        "access/sign-in",
        new SignInPage(wrong != null, stale != null, demo ? accounts() : List.of(), issuers()));
  }

  @GetMapping("/start")
  Answer start(Person person) {
    return new Answer.Redirect(Navigation.start(person));
  }

  private List<SignInPage.Accounts> accounts() {
    var persons = parties.persons();
    return List.of(Role.values()).stream()
        .map(role ->
            new SignInPage.Accounts(
                role.label(),
                persons.stream()
                    .filter(person -> person.is(role))
                    .map(Person::id)
                    .sorted(Comparator.naturalOrder())
                    .limit(SHOWN_OF_A_ROLE)
                    .toList()))
        .filter(accounts -> !accounts.ids().isEmpty())
        .toList();
  }

  private List<SignInPage.Issuer> issuers() {
    return issuers.getIfAvailable() instanceof Iterable<?> all
        ? StreamSupport.stream(all.spliterator(), false)
            .map(ClientRegistration.class::cast)
            .map(one ->
                new SignInPage.Issuer(
                    one.getClientName(), "/oauth2/authorization/" + one.getRegistrationId()))
            .toList()
        : List.of();
  }
}
