package duixian.service.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;

/// Sign-in at the city's own issuer, when `duixian.oidc.issuer` names one. The claim that
/// `duixian.oidc.account` names must be the account of a person here; whoever is none has no
/// rights.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("duixian.oidc.issuer")
class OidcConfiguration {
  @Bean
  ClientRegistrationRepository issuers(
      @Value("${duixian.oidc.issuer}") String issuer,
      @Value("${duixian.oidc.name:统一身份认证}") String name,
      @Value("${duixian.oidc.client}") String client,
      @Value("${duixian.oidc.secret}") String secret,
      @Value("${duixian.oidc.account:sub}") String account) {
    return new InMemoryClientRegistrationRepository(
        ClientRegistrations.fromIssuerLocation(issuer)
            .registrationId("city")
            .clientName(name)
            .clientId(client)
            .clientSecret(secret)
            .scope("openid")
            .userNameAttributeName(account)
            .build());
  }
}
