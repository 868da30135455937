package duixian.cli.report;

import duixian.policy.model.Policy;
import duixian.policy.trace.Decision;
import duixian.policy.trace.Explanation;
import duixian.policy.trace.Outcome;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/// The result as one JSON object, a row per line: `{"政策","版本","认定日","解释点","结果","回执"}`. A decision
/// that comes explained has its explanation under 依据.
public final class ResultJson {
  private final Policy policy;
  private final JsonLine json = new JsonLine();

  private ResultJson(Policy policy) {
    this.policy = policy;
  }

  public static void write(Result result, Writer out) throws IOException {
    new ResultJson(result.policy()).object(result, out);
  }

  private void object(Result result, Writer out) throws IOException {
    var receipt = result.receipt();
    json.open('{').key("政策").text(policy.name()).key("版本").text(policy.version());
    json.key("认定日").text(result.run().day().toString());
    json.key("解释点");
    words(result.readings());
    json.key("结果").open('[');
    for (var decision : result.decisions()) {
      out.write(json.take());
      row(decision);
    }
    json.raw("\n").close(']').separated("\n").key("回执");
    ReceiptJson.write(json, receipt);
    json.close('}').raw("\n");
    out.write(json.take());
  }

  private void row(Decision decision) {
    json.separated("\n").open('{').key("奖补").text(decision.award().name());
    json.key("条款").text(decision.award().clause()).key("对象").text(decision.object());
    json.key("平台").text(Result.hasPlatform(policy, decision) ? decision.root() : null);
    json.key("年度").number(decision.year());
    json.key("状态").text(decision.outcome().word());
    switch (decision.outcome()) {
      case Outcome.Payable payable -> payable(payable);
      case Outcome.Ineligible(var reasons) -> {
        json.key("额度").number("0.00").key("核定上限").number("0.00");
        json.key("封顶").open('[').close(']');
        texts("原因", reasons);
      }
      case Outcome.Lacking lacking -> lacking(lacking);
      case Outcome.Undetermined(var parts) -> {
        unknown();
        texts("待定", parts);
      }
    }
    var explanation = decision.explanation();
    if (explanation != null) {
      json.key("依据");
      explanation(explanation);
    }
    json.close('}');
  }

  private void payable(Outcome.Payable payable) {
    json.key("额度").money(payable.figure()).key("核定上限").money(payable.ceiling());
    json.key("封顶").open('[');
    for (var cut : payable.cuts()) {
      json.open('{').key("限额").text(cut.name()).key("削减").money(cut.amount()).close('}');
    }
    json.close(']');
  }

  private void lacking(Outcome.Lacking lacking) {
    unknown();
    json.key("缺").open('[');
    for (var lack : lacking.lacks()) {
      json.open('{').key("事实").text(lack.fact()).key("说明").text(lack.why()).close('}');
    }
    json.close(']');
    if (lacking.least() != null || lacking.most() != null) {
      json.key("可能").open('{');
      json.key("最低").money(lacking.least()).key("最高").money(lacking.most()).close('}');
    }
  }

  private void unknown() {
    json.key("额度").text(null).key("核定上限").text(null).key("封顶").open('[').close(']');
  }

  private void texts(String key, Iterable<String> texts) {
    json.key(key).open('[');
    texts.forEach(json::text);
    json.close(']');
  }

  private void words(Map<String, String> words) {
    json.open('{');
    words.forEach((name, choice) -> json.key(name).text(choice));
    json.close('}');
  }

  private void explanation(Explanation step) {
    json.open('{').key("项").text(step.label()).key("值").text(step.value());
    json.key("出处").text(Basis.text(step.basis()));
    if (!step.parts().isEmpty()) {
      json.key("分项").open('[');
      step.parts().forEach(this::explanation);
      json.close(']');
    }
    json.close('}');
  }
}
