package duixian.cli.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Unpacks a workbook once without keeping anything, because the sizes that a zip declares may lie:
/// how much is in it, how densely packed, and how long its longest text is.
final class ZipBounds {
  private static final int MOST_ENTRIES = 5_000;
  private static final long MOST_BYTES = 2L << 30;
  private static final long DENSE_BYTES = 64L << 20;
  private static final int MOST_DENSE = 200;
  private static final int LONGEST_TEXT = 1 << 20;

  private long total;

  private ZipBounds() {}

  /// What makes the file unfit to be read; null when it is fit.
  static @Nullable String complaint(Path path) throws IOException {
    try (var zip = new ZipFile(path.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        return "里的部件太多（" + zip.size() + " 个），不像正常的表格";
      }
      var bounds = new ZipBounds();
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var complaint = bounds.complaint(zip, entries.nextElement());
        if (complaint != null) {
          return complaint;
        }
      }
      return null;
    } catch (ZipException _) {
      return "不是 .xlsx 表格，或者已经损坏；请用 Excel 重新保存";
    }
  }

  private @Nullable String complaint(ZipFile zip, ZipEntry entry) throws IOException {
    var isText = entry.getName().endsWith(".xml");
    try (var in = zip.getInputStream(entry)) {
      return complaint(in, Math.max(1, entry.getCompressedSize()), isText);
    }
  }

  private @Nullable String complaint(InputStream in, long packed, boolean isText)
      throws IOException {
    var chunk = new byte[1 << 16];
    var unpacked = 0L;
    var run = 0;
    for (var count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      unpacked += count;
      total += count;
      if (total > MOST_BYTES || (unpacked > DENSE_BYTES && unpacked / packed > MOST_DENSE)) {
        return "解开后过大（可能是压缩炸弹）；请拆成几个文件，或改用 CSV";
      }
      for (int i = 0; isText && i < count; i++) {
        run = chunk[i] == '<' ? 0 : run + 1;
        if (run > LONGEST_TEXT) {
          return "里有超长的单元格；一格最多 32,767 个字符";
        }
      }
    }
    return null;
  }
}
