package duixian.service.site.form;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// A form that was handed in twice acts once. Each page carries a number in its forms; the same
/// content for the same address with the same number, once it acted, gets that answer again instead
/// of acting, also when both are under way at the same time. A refusal uses nothing up, other
/// content is another matter, and a file that was handed out is handed out again.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public final class Once extends OncePerRequestFilter {
  static final String FIELD = "_once";
  private static final String ANSWERS = Once.class.getName();
  private static final String ACTED = Once.class.getName() + ".acted";
  private static final int LONGEST = 64;

  private final Handover handover;

  Once(Handover handover) {
    this.handover = handover;
  }

  /// Where whoever acted was sent, and what was said there.
  record Acted(String to, @Nullable String sentence) {}

  /// Says that the request did what it asked for.
  public static void acted(HttpServletRequest request, String to, @Nullable String sentence) {
    request.setAttribute(ACTED, new Acted(to, sentence));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var number = request.getMethod().equals("POST") ? request.getParameter(FIELD) : null;
    var session = request.getSession(false);
    if (number == null || number.isEmpty() || number.length() > LONGEST || session == null) {
      chain.doFilter(request, response);
      return;
    }
    var answers = answers(session);
    var turn = answers.turn(Fingerprint.of(request));
    try {
      var earlier = turn.await();
      if (earlier == null) {
        chain.doFilter(request, response);
        turn.answer((Acted) request.getAttribute(ACTED));
      } else {
        again(earlier, request, response);
      }
    } finally {
      answers.leave(turn);
    }
  }

  private void again(Acted earlier, HttpServletRequest request, HttpServletResponse response) {
    if (earlier.sentence() != null) {
      var parcel = new Handover.Parcel(earlier.sentence(), false, null);
      handover.send(earlier.to(), parcel, request, response);
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, earlier.to());
  }

  private static synchronized Answers answers(HttpSession session) {
    if (session.getAttribute(ANSWERS) instanceof Answers known) {
      return known;
    }
    var fresh = new Answers();
    session.setAttribute(ANSWERS, fresh);
    return fresh;
  }
}
