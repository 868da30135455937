package duixian.policy;

import duixian.policy.source.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A policy on disk: a folder with one literate `*.md` (README aside) and the official text, or a
/// lone `*.md`.
///
/// What is wrong with the files is an [UnreadablePolicy] with one Chinese sentence.
public final class PolicyFolder {
  private static final long MOST = 16L << 20;

  private PolicyFolder() {}

  public static Compiled compile(Path path) {
    try {
      var literate = literate(path);
      var official = official(literate);
      return PolicyCompiler.compile(read(literate), official == null ? null : read(official));
    } catch (IOException e) {
      throw new UnreadablePolicy(path + " 读不出来：" + e.getMessage());
    }
  }

  /// A policy that cannot be read at all; the message is the sentence for the user.
  public static final class UnreadablePolicy extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadablePolicy(String message) {
      super(message);
    }
  }

  private static Path literate(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new UnreadablePolicy("没有 " + path + " 这个文件或文件夹，请检查路径");
    }
    if (!Files.isDirectory(path)) {
      return path;
    }
    var found = list(path, ".md").stream().filter(p -> !isReadme(p)).toList();
    if (found.size() != 1) {
      throw new UnreadablePolicy(path + " 里应当恰好有一个政策文件（*.md，README 除外），现有 " + found.size() + " 个");
    }
    return found.getFirst();
  }

  private static @Nullable Path official(Path literate) throws IOException {
    var folder = literate.toAbsolutePath().getParent();
    if (folder == null) {
      return null;
    }
    for (var name : List.of("official.txt", stem(literate) + ".txt")) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    var texts = list(folder, ".txt");
    return texts.size() == 1 ? texts.getFirst() : null;
  }

  private static List<Path> list(Path folder, String ending) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(p -> p.toString().endsWith(ending) && Files.isRegularFile(p))
          .sorted()
          .toList();
    }
  }

  private static SourceText read(Path file) throws IOException {
    if (Files.size(file) > MOST) {
      throw new UnreadablePolicy(file + " 超过 16 MiB，不是政策文本");
    }
    try {
      var text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)));
      return new SourceText(String.valueOf(file.getFileName()), text.toString());
    } catch (CharacterCodingException e) {
      throw new UnreadablePolicy(file + " 不是 UTF-8 编码，请另存为 UTF-8");
    }
  }

  private static boolean isReadme(Path path) {
    return stem(path).toUpperCase(Locale.ROOT).startsWith("README");
  }

  private static String stem(Path path) {
    var name = String.valueOf(path.getFileName());
    var dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
