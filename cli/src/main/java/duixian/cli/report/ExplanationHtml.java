package duixian.cli.report;

import duixian.policy.trace.Decision;
import duixian.policy.trace.Explanation;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Decisions with their reasons as one page that prints well and needs nothing beside itself.
public final class ExplanationHtml {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>TITLE</title>
      <style>
      body { font: 15px/1.6 "Noto Serif CJK SC", "Songti SC", SimSun, serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #222; }
      h1 { font-size: 1.4em; } h2 { font-size: 1.1em; margin-top: 2em; border-bottom: 1px solid #999; }
      ul { list-style: none; padding-left: 1.4em; border-left: 1px solid #ccc; margin: .2em 0; }
      .value { font-weight: bold; } .basis { color: #666; font-size: .88em; }
      @page { size: A4; margin: 2cm; }
      @media print { body { margin: 0; max-width: none; } section { break-inside: avoid-page; } }
      </style>
      </head>
      <body>
      """;

  private final StringBuilder html = new StringBuilder();

  private ExplanationHtml() {}

  public static void write(Result result, String id, Writer out) throws IOException {
    var page = new ExplanationHtml();
    page.page(result, id, result.about(id));
    out.append(page.html);
  }

  private void page(Result result, String object, List<Decision> decisions) {
    var policy = result.policy();
    html.append(HEAD.replace("TITLE", escaped(policy.name() + " " + object)));
    html.append("<h1>").append(escaped(policy.title())).append("</h1>\n<p>对象 ");
    html.append(escaped(object)).append("；认定日 ").append(result.run().day());
    html.append("；政策版本 ").append(policy.version(), 0, Math.min(12, policy.version().length()));
    html.append("。金额均为最高额度，实际奖补由主管部门在此之内决定。</p>\n");
    for (var decision : decisions) {
      html.append("<section>\n<h2>").append(escaped(ExplanationText.head(decision)));
      html.append("</h2>\n");
      var note = Cells.note(decision.outcome());
      if (!note.isEmpty()) {
        html.append("<p>").append(escaped(note)).append("</p>\n");
      }
      var explanation = decision.explanation();
      if (explanation != null) {
        html.append("<ul>\n");
        step(explanation);
        html.append("</ul>\n");
      }
      html.append("</section>\n");
    }
    html.append("</body>\n</html>\n");
  }

  private void step(Explanation step) {
    html.append("<li>").append(escaped(step.label()));
    if (!step.value().isEmpty()) {
      html.append("：<span class=\"value\">").append(escaped(step.value())).append("</span>");
    }
    var basis = Basis.text(step.basis());
    if (!basis.isEmpty()) {
      html.append(" <span class=\"basis\">").append(escaped(basis)).append("</span>");
    }
    if (!step.parts().isEmpty()) {
      html.append("\n<ul>\n");
      step.parts().forEach(this::step);
      html.append("</ul>\n");
    }
    html.append("</li>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
