package duixian.cli.read;

import duixian.cli.terminal.Progress;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// A folder with one `主体.csv` each; files of other kinds and hidden ones are left alone.
final class CsvFolder {
  private static final String SUFFIX = ".csv";

  private CsvFolder() {}

  static void read(Path folder, FactsBuilder builder, Progress progress) throws IOException {
    var files = files(folder);
    if (files.isEmpty()) {
      FactsReader.refuse(builder, folder.toString(), "文件夹里没有 .csv 文件；请一个主体放一个“主体.csv”");
    }
    var bytes = 0L;
    for (var file : files) {
      bytes += Files.size(file);
    }
    progress.begin("读取事实", bytes);
    for (var file : files) {
      read(file, name(file), builder, progress);
    }
  }

  private static void read(Path path, String file, FactsBuilder builder, Progress progress)
      throws IOException {
    var entity = file.substring(0, file.length() - SUFFIX.length());
    try (var in = progress.reading(path);
        var csv = new CsvRecords(in)) {
      new CsvTable(file, entity, builder, csv).read();
    } catch (CharacterCodingException _) {
      var sentence = "不是 UTF-8 编码（可能是 GBK）；请在 Excel 里另存为“CSV UTF-8”";
      builder.problems().replaceBy(new Problem(file, "", "", sentence));
    } catch (CsvScanner.Malformed broken) {
      FactsReader.refuse(builder, file, String.valueOf(broken.getMessage()));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !name(file).startsWith("."))
          .filter(file -> name(file).toLowerCase(Locale.ROOT).endsWith(SUFFIX))
          .sorted()
          .toList();
    }
  }

  /// Some file systems hand out decomposed names.
  private static String name(Path file) {
    return Normalizer.normalize(String.valueOf(file.getFileName()), Normalizer.Form.NFC);
  }
}
