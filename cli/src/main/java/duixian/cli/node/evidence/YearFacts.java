package duixian.cli.node.evidence;

import duixian.handle.evidence.YearReport;
import java.io.StringWriter;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The figures of a year as the facts of 节点情况, with the platform they belong to. What other sources
/// know (investment, subsidies of other levels) is left out, which the policy reads as missing.
final class YearFacts {
  private YearFacts() {}

  static String json(YearReport report, String platform) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeName("平台");
      json.writeStartArray();
      json.writeStartObject();
      json.writeStringProperty("标识", platform);
      json.writeBooleanProperty("是节点平台", true);
      json.writeEndObject();
      json.writeEndArray();
      json.writeName("节点情况");
      json.writeStartArray();
      json.writeStartObject();
      json.writeStringProperty("标识", platform + "-节点-" + report.year());
      json.writeStringProperty("平台", platform);
      json.writeNumberProperty("年度", report.year());
      json.writeNumberProperty("年度新增标识注册量", report.registered().log());
      json.writeNumberProperty("日均解析量", report.resolvedADay());
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }
}
