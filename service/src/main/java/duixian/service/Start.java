package duixian.service;

import duixian.service.database.Unusable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/// `duixian serve` and `duixian demo`: reads the few options and starts the application on the
/// loopback address. Exit code 2 for wrong options, 1 when it cannot start.
public final class Start {
  private static final String USAGE =
      """
      用法：duixian serve|demo [--data 文件夹] [--port 端口]

        serve   启动服务；数据库在数据文件夹里，或由 DUIXIAN_DB_URL 指明
        demo    同上，首次启动时装入示例城市

        --data  数据文件夹，默认 ~/.duixian/data（示例城市在 ~/.duixian/demo）
        --port  端口，默认 8080
      """;

  private static final String PORT = "server.port";
  private static final int LAST_PORT = 65_535;

  private Start() {}

  public static void main(String[] args) {
    var properties = properties(args);
    if (properties == null) {
      System.err.print(USAGE);
      System.exit(2);
      return;
    }
    try {
      var context = start(properties);
      System.out.printf(
          "兑现已启动：http://localhost:%s/  数据在 %s；按 Ctrl-C 停止%n",
          context.getEnvironment().getProperty("local.server.port"),
          properties.get("duixian.data"));
    } catch (RuntimeException e) {
      var sentence = sentence(e, properties);
      if (sentence == null) {
        e.printStackTrace();
      } else {
        System.err.println(sentence);
      }
      System.exit(1);
    }
  }

  /// Starts as the command line would; for programs that look inside.
  public static ConfigurableApplicationContext start(Map<String, Object> properties) {
    checkPort(Integer.parseInt(String.valueOf(properties.get(PORT))));
    return new SpringApplication(Application.class)
        .run(
            properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
  }

  /// What the options mean; null when they are wrong.
  public static @Nullable Map<String, Object> properties(String... args) {
    if (args.length == 0 || !(args[0].equals("serve") || args[0].equals("demo"))) {
      return null;
    }
    var demo = args[0].equals("demo");
    var home = Path.of(System.getProperty("user.home"), ".duixian");
    var properties = new HashMap<String, Object>();
    properties.put("duixian.demo", demo);
    properties.put("duixian.data", (demo ? home.resolve("demo") : home.resolve("data")).toString());
    properties.put(PORT, "8080");
    for (int i = 1; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        return null;
      }
      switch (args[i]) {
        case "--data" -> properties.put("duixian.data", args[i + 1]);
        case "--port" -> properties.put(PORT, args[i + 1]);
        default -> {
          return null;
        }
      }
    }
    return isPort(String.valueOf(properties.get(PORT))) ? properties : null;
  }

  private static boolean isPort(String text) {
    return text.matches("\\d{1,5}") && Integer.parseInt(text) <= LAST_PORT;
  }

  /// Before the database is started for nothing; 0 is any free port.
  private static void checkPort(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (BindException e) {
      throw new PortInUseException(port, e);
    } catch (IOException e) {
      throw new Unusable("端口 " + port + " 用不了：" + e.getMessage());
    }
  }

  static @Nullable String sentence(Throwable e, Map<String, Object> properties) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Unusable) {
        return cause.getMessage();
      }
      if (cause instanceof PortInUseException || cause instanceof BindException) {
        return "端口 " + properties.get(PORT) + " 已被占用；请先停下占用它的程序，或用 --port 换一个";
      }
    }
    return null;
  }
}
