package duixian.service.site;

import duixian.service.site.asset.Assets;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/// What the frame around a page needs to know; every template takes one. `number` is another one
/// each time, and every form hands it in.
public record Frame(
    String title,
    Visitor visitor,
    boolean english,
    String path,
    @Nullable String sentence,
    boolean refused,
    String number,
    Assets assets,
    HttpServletRequest request) {
  /// Headings and the frame come in two languages; what the law says stays Chinese.
  public String say(String chinese, String inEnglish) {
    return english ? inEnglish : chinese;
  }

  /// The address of a static file, with the hash of its content.
  public String asset(String name) {
    return assets.path(name);
  }

  /// For the hidden field of every form that changes something.
  public String csrf() {
    var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return Objects.requireNonNull(token, "no CSRF token").getToken();
  }

  /// This page again, its tables as one Excel file.
  public String excel() {
    var query = request.getQueryString();
    var kept =
        query == null
            ? ""
            : Stream.of(query.split("&"))
                .filter(part -> !part.startsWith("format=") && !part.startsWith("lang="))
                .map(part -> part + "&")
                .collect(Collectors.joining());
    return path + "?" + kept + "format=xlsx";
  }

  public boolean isAt(String link) {
    return link.equals("/") ? path.equals("/") : path.equals(link) || path.startsWith(link + "/");
  }
}
