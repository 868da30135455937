package duixian.service.site.form;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/// What somebody (an account, or nobody) handed in to an address: values by field. Files and
/// passwords are never in it.
public record Entries(String by, String address, Map<String, List<String>> fields) {
  private static final Set<String> NEVER = Set.of("_csrf", Once.FIELD, "password");

  /// In characters: a session is memory.
  private static final int MOST = 100_000;

  public Entries {
    fields = Map.copyOf(fields);
  }

  /// Null for what no form hands in and for what is too long to be kept.
  public static @Nullable Entries of(HttpServletRequest request) {
    if (!request.getMethod().equals("POST")) {
      return null;
    }
    var fields = new LinkedHashMap<String, List<String>>();
    var length = 0;
    for (var field : request.getParameterMap().entrySet()) {
      if (!NEVER.contains(field.getKey())) {
        fields.put(field.getKey(), List.of(field.getValue()));
        for (var value : field.getValue()) {
          length += field.getKey().length() + value.length();
        }
      }
    }
    return length > MOST
        ? null
        : new Entries(account(request), path(request.getRequestURI()), fields);
  }

  /// Nobody sees what somebody else typed, though both used the same browser.
  public boolean isOf(HttpServletRequest request) {
    return by.equals(account(request));
  }

  private static String account(HttpServletRequest request) {
    var account = request.getRemoteUser();
    return account == null ? "" : account;
  }

  static String path(String address) {
    return UriUtils.decode(address.replaceAll("[?#].*", ""), StandardCharsets.UTF_8);
  }
}
