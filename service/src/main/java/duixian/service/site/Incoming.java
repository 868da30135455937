package duixian.service.site;

import duixian.service.site.form.Handover;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads what is handed in with files before anybody asks for a field of it: what is too large
/// leads back to its form with a sentence, where the container would cut the line.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Incoming extends OncePerRequestFilter {
  private static final String TOO_LARGE = "一次交的文件超过 64 MB；请压缩或分几次再交";

  private final Handover handover;

  Incoming(Handover handover) {
    this.handover = handover;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var media = request.getContentType();
    if (media != null && media.startsWith("multipart/form-data")) {
      try {
        request.getParts();
      } catch (IllegalStateException tooLarge) {
        handover.back(new Handover.Parcel(TOO_LARGE, true, null), request, response);
        return;
      }
    }
    chain.doFilter(new Seen(request), response);
  }

  /// The fields of the request without unseen signs. NUL stays for the firewall to refuse.
  private static final class Seen extends HttpServletRequestWrapper {
    private static final Pattern UNSEEN =
        Pattern.compile(
            "[\\x01-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    Seen(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      var value = super.getParameter(name);
      return value == null ? null : seen(value);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      var values = super.getParameterValues(name);
      return values == null ? null : Stream.of(values).map(Seen::seen).toArray(String[]::new);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      var seen = new LinkedHashMap<String, String[]>();
      super.getParameterMap()
          .forEach((name, values) ->
              seen.put(name, Stream.of(values).map(Seen::seen).toArray(String[]::new)));
      return Collections.unmodifiableMap(seen);
    }

    private static String seen(String value) {
      return UNSEEN.matcher(value).replaceAll("");
    }
  }
}
