package duixian.policies;

import static java.nio.file.Files.isRegularFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The policies of this module: every folder that holds an official text.
final class Shelf {
  static final Path ZHONGSHAN = Path.of("zhongshan-2021");

  private static final List<Path> OTHER_TREES = List.of(Path.of("src"), Path.of("target"));

  private Shelf() {}

  static List<Path> policies() throws IOException {
    try (var folders = Files.walk(Path.of(""))) {
      return folders
          .filter(folder -> OTHER_TREES.stream().noneMatch(folder::startsWith))
          .filter(folder -> isRegularFile(folder.resolve("official.txt")))
          .sorted()
          .toList();
    }
  }
}
