package duixian.service.access;

import duixian.service.party.Parties;
import duixian.service.site.Answer;
import duixian.service.site.Rendering;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// Every request passes here: headers, sign-in, forgery token, and the table of [Rights].
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /// In a session that began with a form from an older one.
  static final String STALE = "duixian.stale";

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  @Bean
  RightsTable rightsTable() {
    return new RightsTable();
  }

  @Bean
  Present present(Parties parties, RightsTable table) {
    return new Present(parties, table);
  }

  @Bean
  SignInAttempts signInAttempts() {
    return new SignInAttempts(Clock.systemUTC());
  }

  /// The only one, so that both chains below ask it and nobody else makes up accounts.
  @Bean
  LimitedSignIn signIn(Parties parties, SignInAttempts attempts) {
    UserDetailsService users =
        id ->
            parties
                .password(id)
                .map(hash -> User.withUsername(id).password(hash).build())
                .orElseThrow(() -> new UsernameNotFoundException(id));
    var passwords = new DaoAuthenticationProvider(users);
    passwords.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    return new LimitedSignIn(passwords, attempts);
  }

  /// No text that the database cannot hold gets any further; the answer is 400.
  @Bean
  StrictHttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
    return firewall;
  }

  /// For other systems: a session or HTTP Basic; nothing there changes anything.
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, Present present) {
    return secured(http.securityMatcher("/api/**"), present)
        .httpBasic(Customizer.withDefaults())
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .csrf(csrf -> csrf.disable())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http,
      Present present,
      RightsTable table,
      Rendering rendering,
      ObjectProvider<ClientRegistrationRepository> issuers) {
    secured(http, present)
        .formLogin(form ->
            form.loginPage("/sign-in")
                .usernameParameter("account")
                .passwordParameter("password")
                .defaultSuccessUrl("/start")
                .failureHandler((request, response, failure) -> {
                  if (failure instanceof LockedException) {
                    response.sendError(429);
                  } else {
                    response.sendRedirect("/sign-in?wrong");
                  }
                }))
        .exceptionHandling(refused -> refused.accessDeniedHandler(new Stale(table, rendering)))
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"));
    if (issuers.getIfAvailable() != null) {
      http.oauth2Login(login -> login.loginPage("/sign-in").defaultSuccessUrl("/start"));
    }
    return http.build();
  }

  private static HttpSecurity secured(HttpSecurity http, Present present) {
    return http.authorizeHttpRequests(
            requests -> {
              for (var right : Rights.table()) {
                requests
                    .requestMatchers(
                        PathPatternRequestMatcher.withDefaults().matcher(right.pattern()))
                    .access(who(right, present));
              }
              requests.anyRequest().denyAll();
            })
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(frame -> frame.deny()));
  }

  private static AuthorizationManager<RequestAuthorizationContext> who(
      Right right, Present present) {
    return (_, context) ->
        new AuthorizationDecision(
            right.everybody()
                || present.person(context.getRequest()).map(right::allows).orElse(false));
  }

  /// A form handed in after its session ended, or after signing in anew elsewhere, is led back to
  /// its page, by way of the sign-in where one is needed; what was typed in a form for everybody
  /// stands there again. Whoever lacks a right is refused as ever.
  private static final class Stale implements AccessDeniedHandler {
    private static final String NOT_HANDED_IN = "页面放得太久，刚才的内容没有提交；您填的还在表里（附件要重选），请核对后再提交一次";

    private final AccessDeniedHandler refused = new AccessDeniedHandlerImpl();
    private final RightsTable table;
    private final Rendering rendering;

    Stale(RightsTable table, Rendering rendering) {
      this.table = table;
      this.rendering = rendering;
    }

    @Override
    public void handle(
        HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
        throws IOException, ServletException {
      var from = request.getHeader(HttpHeaders.REFERER);
      var page = from == null ? "" : Sentences.page(from);
      if (!(denied instanceof CsrfException) || page.isEmpty()) {
        refused.handle(request, response, denied);
      } else if (isForEverybody(page)) {
        rendering.write(new Answer.Redirect(page, NOT_HANDED_IN, true), request, response);
      } else {
        request.getSession().setAttribute(STALE, true);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, page);
      }
    }

    private boolean isForEverybody(String page) {
      var path = page.replaceAll("[?].*", "");
      return !path.equals("/sign-in") && table.isForEverybody(path);
    }
  }
}
