package duixian.service.demo;

import duixian.service.fact.Source;
import java.util.Set;

/// Where the sample city's facts come from, as they would in a real one.
final class DemoSources {
  private static final Set<String> MEASURED_ENTITIES = Set.of("接入企业", "生产共享平台", "产业协同平台", "CIO培训");
  private static final Set<String> MEASURED_FIELDS =
      Set.of("年度新增标识注册量", "日均解析量", "完成适配", "完成部署", "部署日期", "产品指纹");
  private static final Set<String> RECOGNISED_FIELDS =
      Set.of(
          "类别",
          "是节点平台",
          "建成验收",
          "验收日期",
          "项目验收",
          "已认定",
          "建设方案论证",
          "论证日期",
          "获评",
          "获评日期",
          "方案名称",
          "集群",
          "集群名称",
          "牵头单位",
          "诊断咨询已开展",
          "整体解决方案论证",
          "市房屋租金参考价",
          "当地同类平均租金",
          "国家奖补",
          "省奖补",
          "决定文号",
          "决定日期",
          "决定金额",
          "中山企业",
          "类型");
  private static final Set<String> DECLARED_FIELDS =
      Set.of("名称", "承租方", "租户", "应用企业", "园区建设方", "开放示范展示", "服务类别");

  private DemoSources() {}

  static Source of(String entity, String field) {
    if (MEASURED_ENTITIES.contains(entity) || MEASURED_FIELDS.contains(field)) {
      return Source.MEASURED;
    }
    if (RECOGNISED_FIELDS.contains(field)) {
      return Source.RECOGNISED;
    }
    return DECLARED_FIELDS.contains(field) ? Source.DECLARED : Source.DOCUMENTED;
  }
}
