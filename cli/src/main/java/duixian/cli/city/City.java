package duixian.cli.city;

import duixian.cli.report.WholeFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/// The whole city as a folder of CSV with a README that says what it is.
public final class City {
  private final Plan plan;
  private final Path folder;
  private final Map<String, Integer> rows = new LinkedHashMap<>();

  private City(Plan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
  }

  /// Writes the files and returns how many records each holds.
  public static Map<String, Integer> write(Plan plan, Path folder) throws IOException {
    Files.createDirectories(folder);
    var city = new City(plan, folder);
    city.write("平台", Platforms::platforms);
    city.write("租约", Platforms::leases);
    city.write("展示中心", Platforms::centres);
    city.write("示范产线", Platforms::lines);
    city.write("集群专业平台", Platforms::clusters);
    city.write("企业项目", Projects::write);
    city.write("生产共享平台", Sharing::revenue);
    city.write("产业协同平台", Sharing::trade);
    city.write("接入企业", Access::write);
    city.write("工业APP", Software::apps);
    city.write("工业软件", Software::software);
    city.write("国家级APP解决方案", Software::solutions);
    city.write("节点情况", Nodes::write);
    city.write("CIO培训", Measures::training);
    city.write("园区项目", Measures::parks);
    city.write("集群试点", Measures::pilots);
    city.write("一事一议", Measures::decisions);
    WholeFile.text(folder.resolve("README.md"), out -> out.write(Readme.text(plan, city.rows)));
    return city.rows;
  }

  private void write(String entity, BiFunction<Plan, Writer, Sheet> content) throws IOException {
    WholeFile.text(
        folder.resolve(entity + ".csv"), out -> rows.put(entity, content.apply(plan, out).rows()));
  }
}
