package duixian.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares a text with the file that holds what it should be; `-Dgolden=update` rewrites the file.
record Golden(String name) {
  void holds(String actual) throws IOException {
    var file = Path.of("src", "test", "resources", "golden", name);
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
