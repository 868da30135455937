package duixian.cli.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A new folder among the temporary files, deleted with all that is in it when it is closed.
public record WorkFolder(Path path) implements AutoCloseable {
  /// `name` is what the folder's name begins with.
  public static WorkFolder create(String name) throws IOException {
    return new WorkFolder(Files.createTempDirectory(name));
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
