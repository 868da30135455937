package duixian.service.access;

import duixian.service.budget.Exceeded;
import duixian.service.claim.Refusal;
import duixian.service.fact.EvidenceFiles;
import duixian.service.law.Laws;
import duixian.service.parameter.Parameters;
import duixian.service.party.BankAccounts;
import duixian.service.party.Rejected;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import duixian.service.site.Problem;
import duixian.service.tabular.Tabular;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// What a module refuses is shown as its sentence on the page from which it was asked.
@ControllerAdvice
class Sentences {
  @ExceptionHandler({
    Refusal.class,
    Exceeded.class,
    BankAccounts.Refused.class,
    EvidenceFiles.Refused.class,
    Laws.Refused.class,
    Parameters.Refused.class,
    Rejected.class,
    Tabular.Unreadable.class
  })
  Answer refused(
      RuntimeException refused, HttpServletRequest request, HttpServletResponse response) {
    return back(String.valueOf(refused.getMessage()), request, response);
  }

  /// A day that is none, letters for a number: what the browser lets through or somebody sends past
  /// it.
  @ExceptionHandler
  Answer mistyped(
      MethodArgumentTypeMismatchException mistyped,
      HttpServletRequest request,
      HttpServletResponse response) {
    var type = mistyped.getRequiredType();
    var expected =
        type == LocalDate.class
            ? "应是日期，写成 2026-06-30"
            : type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type))
                ? "应是数"
                : "不在可选的里面";
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    return back("“" + mistyped.getValue() + "”" + expected + "；请改正后再试", request, response);
  }

  private static Answer back(
      String sentence, HttpServletRequest request, HttpServletResponse response) {
    var from = request.getHeader(HttpHeaders.REFERER);
    var page = from == null || request.getMethod().equals("GET") ? "" : page(from);
    if (!page.isEmpty()) {
      return new Answer.Redirect(page, sentence, true);
    }
    if (response.getStatus() == HttpServletResponse.SC_OK) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
    }
    return new Answer.Page("不能办理", "site/error", new Problem(response.getStatus(), sentence));
  }

  /// Path and query of an address of ours; empty when it is none, so that nobody is led elsewhere.
  static String page(String address) {
    try {
      var uri = new URI(address);
      var path = uri.getRawPath();
      if (path == null || !path.startsWith("/") || path.startsWith("//")) {
        return "";
      }
      return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    } catch (URISyntaxException e) {
      return "";
    }
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Answer missing(Missing missing) {
    return new Answer.Page(
        "没有", "site/error", new Problem(404, String.valueOf(missing.getMessage())));
  }
}
