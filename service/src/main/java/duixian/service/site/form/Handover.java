package duixian.service.site.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.util.UriComponentsBuilder;

/// What goes along with a redirect to the next page: the sentence to show there, and what was typed
/// in the form that was refused. At most eight wait in a session, none longer than three minutes,
/// and the same one not twice.
public final class Handover extends SessionFlashMapManager {
  private static final String SENTENCE = "sentence";
  private static final String REFUSED = "refused";
  private static final String ENTRIES = "entries";
  private static final int MOST = 8;

  /// `refused` when the sentence says why nothing was done; `entries` are null when nothing was
  /// typed that may be shown again.
  public record Parcel(@Nullable String sentence, boolean refused, @Nullable Entries entries) {
    public static final Parcel NONE = new Parcel(null, false, null);
  }

  /// For the page at `to`, a path with or without a query.
  public void send(
      String to, Parcel parcel, HttpServletRequest request, HttpServletResponse response) {
    var flash = new FlashMap();
    flash.put(SENTENCE, parcel.sentence());
    flash.put(REFUSED, parcel.refused());
    flash.put(ENTRIES, parcel.entries());
    var target = UriComponentsBuilder.fromUriString(to).build();
    flash.setTargetRequestPath(target.getPath());
    flash.addTargetRequestParams(target.getQueryParams());
    saveOutputFlashMap(flash, request, response);
  }

  /// To the page on which the form stood; 413 when nobody knows which.
  public void back(Parcel parcel, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var from = request.getHeader(HttpHeaders.REFERER);
    if (from == null || !from.startsWith(origin(request))) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    var page = URI.create(from).getRawPath();
    send(page, parcel, request, response);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, page);
  }

  private static String origin(HttpServletRequest request) {
    var whole = request.getRequestURL();
    return whole.substring(0, whole.length() - request.getRequestURI().length()) + "/";
  }

  /// What came along with the request for this page.
  public static Parcel received(HttpServletRequest request) {
    var flash = RequestContextUtils.getInputFlashMap(request);
    return flash == null
        ? Parcel.NONE
        : new Parcel(
            (String) flash.get(SENTENCE),
            Boolean.TRUE.equals(flash.get(REFUSED)),
            (Entries) flash.get(ENTRIES));
  }

  @Override
  protected void updateFlashMaps(
      List<FlashMap> waiting, HttpServletRequest request, HttpServletResponse response) {
    var apart = new ArrayList<>(new LinkedHashSet<>(waiting));
    var newest = apart.subList(Math.max(0, apart.size() - MOST), apart.size());
    super.updateFlashMaps(new ArrayList<>(newest), request, response);
  }
}
