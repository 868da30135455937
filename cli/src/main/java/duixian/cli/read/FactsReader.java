package duixian.cli.read;

import duixian.cli.terminal.Progress;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Problem;
import duixian.policy.model.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// Reads facts in whichever of the three forms they come. The form is told by the content: a folder
/// is CSV, a zip is Excel, the rest is JSON.
public final class FactsReader {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private FactsReader() {}

  /// IOException: the file is missing, unreadable, or the disk fails.
  public static Intake read(Policy policy, Path path, Progress progress) throws IOException {
    var builder = new FactsBuilder(policy);
    if (Files.isDirectory(path)) {
      CsvFolder.read(path, builder, progress);
    } else {
      readFile(path, builder, progress);
    }
    var facts = builder.build();
    return facts == null ? Intake.Refused.of(builder.problems()) : new Intake.Complete(facts);
  }

  private static void readFile(Path path, FactsBuilder builder, Progress progress)
      throws IOException {
    var head = head(path);
    var name = String.valueOf(path.getFileName());
    if (Arrays.equals(head, ZIP)) {
      ExcelFacts.read(path, builder, progress);
    } else if (Arrays.equals(head, OLD_OFFICE)) {
      refuse(builder, name, "是旧式 .xls 或加了密码的表格；请在 Excel 里另存为不加密的 .xlsx");
    } else if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      refuse(builder, name, "是单个 CSV；请给出它所在的文件夹，一个主体一个“主体.csv”");
    } else if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      refuse(builder, name, "不是 .xlsx 表格，或者已经损坏；请用 Excel 重新保存");
    } else {
      JsonFacts.read(path, builder, progress);
    }
  }

  private static byte[] head(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(ZIP.length);
    }
  }

  static void refuse(FactsBuilder builder, String file, String sentence) {
    builder.problems().add(new Problem(file, "", "", sentence));
  }
}
