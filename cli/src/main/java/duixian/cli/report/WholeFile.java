package duixian.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file beside its place and moves it there when it is whole, so that nobody ever sees
/// half of it.
public final class WholeFile {
  private WholeFile() {}

  /// What fills the file.
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// What fills the file with text.
  public interface Text {
    void writeTo(Writer out) throws IOException;
  }

  public static void text(Path path, Text text) throws IOException {
    write(
        path,
        out -> {
          var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16);
          text.writeTo(writer);
          writer.flush();
        });
  }

  public static void write(Path path, Content content) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, path + " 是文件夹，不能当作文件写");
    }
    var absolute = path.toAbsolutePath();
    var folder = absolute.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    var temporary = absolute.resolveSibling(name(absolute));
    try {
      try (var out = Files.newOutputStream(temporary)) {
        content.writeTo(out);
      }
      move(temporary, absolute);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// Not a temporary file of the JDK's: those are for their owner's eyes only.
  private static String name(Path target) {
    return "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
