package duixian.service.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import duixian.service.site.asset.Assets;
import duixian.service.site.form.Entries;
import duixian.service.site.form.FilledIn;
import duixian.service.site.form.Handover;
import duixian.service.site.form.Once;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/// Turns the answer of a controller into a response.
public class Rendering implements HandlerMethodReturnValueHandler {
  private static final String LANGUAGE = "lang";
  private static final int YEAR = 365 * 24 * 3600;

  private final TemplateEngine engine;
  private final Assets assets;
  private final Handover handover;

  Rendering(TemplateEngine engine, Assets assets, Handover handover) {
    this.engine = engine;
    this.assets = assets;
    this.handover = handover;
  }

  @Override
  public boolean supportsReturnType(MethodParameter type) {
    return Answer.class.isAssignableFrom(type.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter type,
      ModelAndViewContainer container,
      NativeWebRequest web)
      throws IOException {
    container.setRequestHandled(true);
    var request = (HttpServletRequest) web.getNativeRequest();
    var response = (HttpServletResponse) web.getNativeResponse();
    if (value instanceof Answer answer && response != null) {
      write(answer, request, response);
    }
  }

  /// Also for filters, which answer before any controller.
  public void write(Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (answer) {
      case Answer.Page page -> {
        var html = html(page.template(), frame(page.title(), request, response), page.model());
        if (!isExcel(request) || response.getStatus() != HttpServletResponse.SC_OK) {
          send(filledIn(html, request), response);
        } else {
          excel(page.title(), PageTables.of(new String(html.toByteArray(), UTF_8)), response);
        }
      }
      case Answer.Part part ->
          send(html(part.template(), frame("", request, response), part.model()), response);
      case Answer.Redirect redirect -> redirect(redirect, request, response);
      case Answer.Sheet sheet -> excel(sheet.name(), List.of(sheet), response);
      case Answer.Book book -> excel(book.name(), book.sheets(), response);
      case Answer.Download download -> download(download, response);
      case Answer.Json json -> {
        response.setContentType("application/json");
        response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(json.value()));
      }
    }
  }

  /// `?format=xlsx` at any page: what the person sees as tables, as sheets.
  private static boolean isExcel(HttpServletRequest request) {
    return request.getMethod().equals("GET") && "xlsx".equals(request.getParameter("format"));
  }

  private static void excel(String name, List<Answer.Sheet> sheets, HttpServletResponse response)
      throws IOException {
    var content = Sheets.of(sheets);
    download(
        new Answer.Download(name + ".xlsx", Sheets.MEDIA, out -> out.write(content)), response);
  }

  private Utf8ByteOutput html(String template, Frame frame, Object model) {
    var html = new Utf8ByteOutput();
    engine.render(template + ".jte", Map.of("frame", frame, "page", model), html);
    return html;
  }

  /// With what was typed, when the form was refused: by this very answer, or by the one that led
  /// here.
  private static Utf8ByteOutput filledIn(Utf8ByteOutput html, HttpServletRequest request) {
    var entries = Entries.of(request);
    var typed = entries == null ? Handover.received(request).entries() : entries;
    if (typed == null || !typed.isOf(request)) {
      return html;
    }
    var filled = new Utf8ByteOutput();
    filled.writeContent(FilledIn.of(new String(html.toByteArray(), UTF_8), typed));
    return filled;
  }

  private static void send(Utf8ByteOutput html, HttpServletResponse response) throws IOException {
    response.setContentType("text/html; charset=utf-8");
    response.setContentLength(html.getContentLength());
    html.writeTo(response.getOutputStream());
  }

  private Frame frame(String title, HttpServletRequest request, HttpServletResponse response) {
    var parcel = Handover.received(request);
    return new Frame(
        title,
        Visitor.of(request),
        isEnglish(request, response),
        request.getRequestURI(),
        parcel.sentence(),
        parcel.refused(),
        UUID.randomUUID().toString(),
        assets,
        request);
  }

  private static boolean isEnglish(HttpServletRequest request, HttpServletResponse response) {
    var asked = request.getParameter(LANGUAGE);
    if (asked != null) {
      var english = asked.equals("en");
      var cookie = new Cookie(LANGUAGE, english ? "en" : "zh");
      cookie.setPath("/");
      cookie.setMaxAge(YEAR);
      cookie.setHttpOnly(true);
      cookie.setAttribute("SameSite", "Lax");
      response.addCookie(cookie);
      return english;
    }
    var kept = WebUtils.getCookie(request, LANGUAGE);
    return kept != null && kept.getValue().equals("en");
  }

  private void redirect(
      Answer.Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
    if (redirect.sentence() != null) {
      var typed = redirect.refused() ? Entries.of(request) : null;
      var parcel = new Handover.Parcel(redirect.sentence(), redirect.refused(), typed);
      handover.send(redirect.to(), parcel, request, response);
    }
    if (!redirect.refused()) {
      Once.acted(request, redirect.to(), redirect.sentence());
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, redirect.to());
  }

  private static void download(Answer.Download file, HttpServletResponse response)
      throws IOException {
    response.setContentType(file.media());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename*=UTF-8''"
            + URLEncoder.encode(file.name(), UTF_8).replace("+", "%20"));
    file.content().to(response.getOutputStream());
  }
}
