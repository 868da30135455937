package duixian.handle.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The seals of one calendar year, one line each.
final class SealFile {
  private SealFile() {}

  static Path of(Path directory, int year) {
    return directory.resolve("seals-%04d.tsv".formatted(year));
  }

  static List<Path> all(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("seals-\\d{4}\\.tsv"))
          .sorted()
          .toList();
    }
  }

  /// The last seal of all, after cutting off a line that a crash left half written.
  static @Nullable Seal last(Path directory) throws IOException {
    var files = all(directory);
    for (int i = files.size() - 1; i >= 0; i--) {
      var bytes = Files.readAllBytes(files.get(i));
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      if (end < bytes.length) {
        Files.write(files.get(i), Arrays.copyOf(bytes, end));
      }
      if (end > 0) {
        int start = end - 1;
        while (start > 0 && bytes[start - 1] != '\n') {
          start--;
        }
        return parse(
            files.get(i), new String(bytes, start, end - 1 - start, StandardCharsets.UTF_8));
      }
    }
    return null;
  }

  static List<Seal> read(Path file) throws IOException {
    var seals = new ArrayList<Seal>();
    var text = Files.readString(file);
    for (var line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      seals.add(parse(file, line));
    }
    return seals;
  }

  private static Seal parse(Path file, String line) {
    try {
      return Seal.parse(line);
    } catch (RuntimeException e) {
      throw new LogFailed("封签文件有一行读不懂：" + file + "：" + line + "；请从备份恢复该文件", e);
    }
  }
}
