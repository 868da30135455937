package duixian.cli.city;

import java.util.Map;
import java.util.stream.Collectors;

/// What stands beside the data, so that nobody takes it for real.
final class Readme {
  private Readme() {}

  static String text(Plan plan, Map<String, Integer> rows) {
    return """
    # 合成的示例城市

    **这里的每一条记录都是程序编造的**，没有任何真实的平台、企业、金额或项目；名称里的“合成”也是这个意思。
    数量和金额大小照着真实政策的规模：大部分能得奖补，也有每一种不能得、数据不全、等待定标准和被限额削减的情形，
    还有正好落在界线上的（实缴正好1000万元、活跃企业正好100家和101家、年收入正好2000万元等）。

    由下面的命令生成，同样的参数总是得到同样的文件：

    ```
    duixian generate --platforms %d --enterprises %d --seed %d
    ```

    | 主体 | 记录 |
    |---|---:|
    %s
    """
        .formatted(
            plan.platforms(),
            plan.enterprises(),
            plan.seed(),
            rows.entrySet().stream()
                .map(entry -> "| " + entry.getKey() + " | " + entry.getValue() + " |")
                .collect(Collectors.joining("\n")));
  }
}
