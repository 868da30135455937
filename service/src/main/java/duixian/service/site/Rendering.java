package duixian.service.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import duixian.service.site.asset.Assets;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/// Turns the answer of a controller into a response.
public class Rendering implements HandlerMethodReturnValueHandler {
  private static final String LANGUAGE = "lang";
  static final String SENTENCE = "sentence";
  static final String REFUSED = "refused";
  private static final int YEAR = 365 * 24 * 3600;

  private final TemplateEngine engine;
  private final Assets assets;

  Rendering(TemplateEngine engine, Assets assets) {
    this.engine = engine;
    this.assets = assets;
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
          send(html, response);
        } else {
          excel(page.title(), PageTables.of(new String(html.toByteArray(), UTF_8)), response);
        }
      }
      case Answer.Part part ->
          send(html(part.template(), frame("", request, response), part.model()), response);
      case Answer.Redirect redirect -> redirect(redirect, request, response);
      case Answer.Sheet sheet -> excel(sheet.name(), List.of(sheet), response);
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

  private static void send(Utf8ByteOutput html, HttpServletResponse response) throws IOException {
    response.setContentType("text/html; charset=utf-8");
    response.setContentLength(html.getContentLength());
    html.writeTo(response.getOutputStream());
  }

  private Frame frame(String title, HttpServletRequest request, HttpServletResponse response) {
    var flash = RequestContextUtils.getInputFlashMap(request);
    var sentence = flash == null ? null : (String) flash.get(SENTENCE);
    return new Frame(
        title,
        Visitor.of(request),
        isEnglish(request, response),
        request.getRequestURI(),
        sentence,
        flash != null && Boolean.TRUE.equals(flash.get(REFUSED)),
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

  private static void redirect(
      Answer.Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
    if (redirect.sentence() != null) {
      var flash = RequestContextUtils.getOutputFlashMap(request);
      flash.put(SENTENCE, redirect.sentence());
      flash.put(REFUSED, redirect.refused());
      RequestContextUtils.saveOutputFlashMap(redirect.to(), request, response);
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
