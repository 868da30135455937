package duixian.cli.node;

import duixian.handle.load.Importer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The lines turned away, in a file beside the import; made when there is one.
final class Refusals implements AutoCloseable {
  private static final int KEPT = 5;
  private final Path file;
  private final ArrayList<String> first = new ArrayList<>();
  private PrintWriter out = new PrintWriter(Writer.nullWriter());
  private boolean open;

  Refusals(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /// Forgets what an interrupted run wrote of lines that will be read again.
  void keepUpTo(long line) throws IOException {
    if (Files.exists(file)) {
      var kept =
          Files.readAllLines(file).stream()
              .filter(row -> Long.parseLong(row.substring(0, row.indexOf('\t'))) < line)
              .toList();
      Files.write(file, kept);
    }
  }

  void add(Importer.Refusal refusal) {
    if (!open) {
      open = true;
      try {
        out =
            new PrintWriter(
                Files.newBufferedWriter(
                    file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    out.println(refusal.line() + "\t" + refusal.id() + "\t" + refusal.sentence());
    if (first.size() < KEPT) {
      first.add("  第 %d 行 %s：%s".formatted(refusal.line(), refusal.id(), refusal.sentence()));
    }
  }

  /// The first few, as a user reads them.
  List<String> first() {
    return List.copyOf(first);
  }

  @Override
  public void close() {
    out.close();
  }
}
