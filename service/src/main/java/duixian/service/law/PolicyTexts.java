package duixian.service.law;

import duixian.policy.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The two texts of a policy folder: the literate one and the official one beside it.
public record PolicyTexts(SourceText literate, @Nullable SourceText official) {
  public static PolicyTexts read(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      var literate =
          files
              .filter(file -> name(file).endsWith(".md"))
              .filter(file -> !name(file).toUpperCase(Locale.ROOT).startsWith("README"))
              .sorted()
              .findFirst()
              .orElseThrow(() -> new IOException(folder + " 里没有政策文本（.md）"));
      var official = folder.resolve("official.txt");
      return new PolicyTexts(text(literate), Files.exists(official) ? text(official) : null);
    }
  }

  private static SourceText text(Path file) throws IOException {
    return new SourceText(name(file), Files.readString(file));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
