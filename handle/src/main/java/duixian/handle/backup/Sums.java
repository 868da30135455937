package duixian.handle.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The SHA-256 of every file of a backup, by its path within; `bytes` is their size together.
public record Sums(Map<String, String> byFile, long bytes) {
  static final String NAME = "SHA256SUMS";

  public Sums {
    byFile = Map.copyOf(byFile);
  }

  static Sums of(Path directory) throws IOException {
    var sums = new TreeMap<String, String>();
    long bytes = 0;
    for (var file : Trees.files(directory)) {
      sums.put(directory.relativize(file).toString(), hash(file));
      bytes += Files.size(file);
    }
    return new Sums(sums, bytes);
  }

  static Sums read(Path directory) throws IOException {
    var file = directory.resolve(NAME);
    if (!Files.exists(file)) {
      throw new BackupFailed("这不是一份备份：" + directory + " 里没有 " + NAME);
    }
    var sums = new TreeMap<String, String>();
    long bytes = 0;
    for (var line : Files.readAllLines(file)) {
      var name = line.substring(66);
      sums.put(name, line.substring(0, 64));
      var path = directory.resolve(name);
      bytes += Files.exists(path) ? Files.size(path) : 0;
    }
    return new Sums(sums, bytes);
  }

  void write(Path directory) throws IOException {
    var lines = new ArrayList<String>();
    new TreeMap<>(byFile).forEach((name, sum) -> lines.add(sum + "  " + name));
    Files.write(directory.resolve(NAME), lines);
  }

  /// The files that are missing or have another hash.
  List<String> differences(Path directory) throws IOException {
    var wrong = new ArrayList<String>();
    for (var sum : new TreeMap<>(byFile).entrySet()) {
      var file = directory.resolve(sum.getKey());
      if (!Files.exists(file) || !hash(file).equals(sum.getValue())) {
        wrong.add(sum.getKey());
      }
    }
    return wrong;
  }

  private static String hash(Path file) throws IOException {
    try (var in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      var buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        // Reading feeds the digest.
      }
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
