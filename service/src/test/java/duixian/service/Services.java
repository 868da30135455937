package duixian.service;

import duixian.merkle.Export;
import duixian.service.audit.TreeHeads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// Starts the service as `duixian serve` does, on a folder and a free port.
final class Services {
  private Services() {}

  static ConfigurableApplicationContext start(Path data, Clock clock, String... more) {
    var application = new SpringApplication(Application.class);
    application.addInitializers(context ->
        ((GenericApplicationContext) context).registerBean("clock", Clock.class, () -> clock));
    return application.run(
        Stream.concat(
                Stream.of(
                    "--duixian.data=" + data,
                    "--duixian.house=..",
                    "--duixian.matching.on-change=false",
                    "--server.port=0"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /// What the service exports of its log.
  static Export.Content log(ConfigurableApplicationContext context)
      throws IOException, Export.Malformed {
    var export = context.getBean(TreeHeads.class).export();
    return Export.read(new BufferedReader(new StringReader(export)));
  }

  static Path folder() {
    try {
      return Files.createTempDirectory("duixian-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
