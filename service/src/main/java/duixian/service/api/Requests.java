package duixian.service.api;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;

/// What the questions that carry facts have in common: how large a body may be, and the answer 400
/// with a sentence for each fault.
final class Requests {
  private static final int MOST = 16 << 20;
  static final List<String> TOO_LARGE = List.of("请求超过 16 MB，请分批");

  private Requests() {}

  static boolean isTooLarge(String body) {
    return body.length() > MOST;
  }

  static ResponseEntity<Object> refused(List<String> complaints) {
    return ResponseEntity.badRequest().body(Map.of("错误", complaints));
  }
}
