package duixian.service.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/// Reads what is handed in with files before anybody asks for a field of it: what is too large
/// leads back to its form with a sentence, where the container would cut the line.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Uploads extends OncePerRequestFilter {
  private static final String TOO_LARGE = "文件太大：每个不超过 20 MB，一次不超过 64 MB；请压缩或分成几个再交，填的内容还在";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var media = request.getContentType();
    if (media != null && media.startsWith("multipart/form-data")) {
      try {
        request.getParts();
      } catch (IllegalStateException tooLarge) {
        request.getInputStream().skip(Long.MAX_VALUE);
        back(request, response);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static void back(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var from = request.getHeader(HttpHeaders.REFERER);
    if (from == null || !from.startsWith(origin(request))) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    var flash = new FlashMap();
    flash.put(Rendering.SENTENCE, TOO_LARGE);
    flash.put(Rendering.REFUSED, true);
    flash.startExpirationPeriod(180);
    new SessionFlashMapManager().saveOutputFlashMap(flash, request, response);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, URI.create(from).getRawPath());
  }

  private static String origin(HttpServletRequest request) {
    var whole = request.getRequestURL();
    return whole.substring(0, whole.length() - request.getRequestURI().length()) + "/";
  }
}
