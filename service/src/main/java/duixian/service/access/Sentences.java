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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

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
    var sentence = String.valueOf(refused.getMessage());
    var from = request.getHeader(HttpHeaders.REFERER);
    var page = from == null || request.getMethod().equals("GET") ? "" : page(from);
    if (!page.isEmpty()) {
      return new Answer.Redirect(page, sentence, true);
    }
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    return new Answer.Page("不能办理", "site/error", new Problem(409, sentence));
  }

  /// Path and query of an address of ours; empty when it is none, so that nobody is led elsewhere.
  private static String page(String address) {
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
