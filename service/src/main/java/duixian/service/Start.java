package duixian.service;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/// `duixian serve` and `duixian demo`: reads the few options and starts the application on the
/// loopback address.
public final class Start {
  private static final String USAGE =
      """
      用法：duixian serve|demo [--data 文件夹] [--port 端口]

        serve   启动服务；数据库在数据文件夹里，或由 DUIXIAN_DB_URL 指明
        demo    同上，首次启动时装入示例城市

        --data  数据文件夹，默认 ~/.duixian（示例城市在 ~/.duixian/demo）
        --port  端口，默认 8080
      """;

  private Start() {}

  public static void main(String[] args) {
    var properties = properties(args);
    if (properties == null) {
      System.err.print(USAGE);
      System.exit(2);
      return;
    }
    var application = new SpringApplication(Application.class);
    application.run(
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new));
  }

  static @Nullable Map<String, Object> properties(String... args) {
    if (args.length == 0 || !(args[0].equals("serve") || args[0].equals("demo"))) {
      return null;
    }
    var demo = args[0].equals("demo");
    var home = Path.of(System.getProperty("user.home"), ".duixian");
    var properties = new HashMap<String, Object>();
    properties.put("duixian.demo", demo);
    properties.put("duixian.data", (demo ? home.resolve("demo") : home.resolve("data")).toString());
    for (int i = 1; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        return null;
      }
      switch (args[i]) {
        case "--data" -> properties.put("duixian.data", args[i + 1]);
        case "--port" -> properties.put("server.port", args[i + 1]);
        default -> {
          return null;
        }
      }
    }
    return properties;
  }
}
