package duixian.service.fact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Evidence under the SHA-256 of its content: the same file is kept once, whoever brings it.
public class EvidenceFiles {
  private static final long MOST = 20L << 20;

  /// What the first bytes of each accepted kind are; the name alone proves nothing.
  private static final Map<String, String> KINDS =
      Map.of(
          "pdf", "25504446",
          "png", "89504e47",
          "jpg", "ffd8ff",
          "jpeg", "ffd8ff",
          "xlsx", "504b0304",
          "docx", "504b0304",
          "ofd", "504b0304",
          "zip", "504b0304");

  private static final Map<String, String> MEDIA =
      Map.of(
          "pdf", "application/pdf",
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "ofd", "application/ofd",
          "zip", "application/zip");

  private final JdbcClient jdbc;
  private final Clock clock;

  EvidenceFiles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// A kept file; `media` is what it was checked to be.
  public record Kept(String hash, String name, String media, long size) {}

  /// The file is not taken; the message is the sentence for the user.
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /// The hash under which the file is kept. Throws [Refused].
  @Transactional
  public String keep(String name, byte[] content, String by) {
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var first = KINDS.get(ending);
    if (first == null) {
      throw new Refused("“" + name + "”的类型不能上传；可以上传 PDF、OFD、图片、Word、Excel 和 ZIP");
    }
    if (content.length > MOST) {
      throw new Refused("“" + name + "”超过 20 MB；请压缩或分成几个文件");
    }
    if (!HexFormat.of().formatHex(content, 0, Math.min(content.length, 8)).startsWith(first)) {
      throw new Refused("“" + name + "”的内容不是 " + ending + "；请用原来的程序重新保存");
    }
    var hash = hash(content);
    jdbc.sql(
            "INSERT INTO evidence (hash, name, media, size, content, recorded_at, recorded_by)"
                + " VALUES (:hash, :name, :media, :size, :content, :at, :by) ON CONFLICT DO"
                + " NOTHING")
        .param("hash", hash)
        .param("name", name)
        .param("media", MEDIA.get(ending))
        .param("size", content.length)
        .param("content", content)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by)
        .update();
    return hash;
  }

  public Kept file(String hash) {
    return jdbc.sql("SELECT hash, name, media, size FROM evidence WHERE hash = :hash")
        .param("hash", hash)
        .query(Kept.class)
        .single();
  }

  public byte[] content(String hash) {
    return jdbc.sql("SELECT content FROM evidence WHERE hash = :hash")
        .param("hash", hash)
        .query((row, _) -> row.getBytes(1))
        .single();
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
