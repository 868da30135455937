package duixian.service.site.form;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// A file of more than 20 MB leads back to its form, which still holds what was typed. It stands
/// behind the sign-in, so that it is known whose text that is.
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class LargeFiles extends OncePerRequestFilter {
  private static final long MOST = 20L << 20;
  private static final String TOO_LARGE = "文件太大：每个不超过 20 MB，一次不超过 64 MB；请压缩或分成几个再交，填的内容还在";

  private final Handover handover;

  LargeFiles(Handover handover) {
    this.handover = handover;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var media = request.getContentType();
    var isTooLarge =
        media != null
            && media.startsWith("multipart/form-data")
            && request.getParts().stream().anyMatch(part -> part.getSize() > MOST);
    if (isTooLarge) {
      var parcel = new Handover.Parcel(TOO_LARGE, true, Entries.of(request));
      handover.back(parcel, request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
