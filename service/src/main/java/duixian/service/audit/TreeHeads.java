package duixian.service.audit;

import duixian.merkle.Export;
import duixian.merkle.Hash;
import duixian.merkle.Tree;
import duixian.merkle.TreeHead;
import duixian.service.database.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Signs the log as it grows and hands it out for checking elsewhere.
public class TreeHeads {
  private static final int FETCH = 10_000;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final KeyPair key;

  private record Saved(long size, String root, long signedAt, String signature, String peaks) {
    TreeHead head() {
      return new TreeHead(size, Hash.parse(root), signedAt, signature);
    }

    Tree tree() {
      return Tree.of(size, Stream.of(peaks.split(" ")).map(Hash::parse).toList());
    }
  }

  TreeHeads(JdbcClient jdbc, Clock clock, KeyPair key) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.key = key;
  }

  /// The newest signed head; empty before the first.
  public Optional<TreeHead> latest() {
    return saved().map(Saved::head);
  }

  /// Signs what was committed since the last head; nothing to do when nothing was.
  @Transactional
  public void sign() {
    var last = saved();
    var tree = last.map(Saved::tree).orElseGet(Tree::new);
    var hashes =
        Found.all(
            jdbc.sql("SELECT hash FROM audit_log WHERE position >= :from ORDER BY position")
                .param("from", tree.size())
                .query((row, _) -> Hash.of(row.getBytes(1))));
    if (hashes.isEmpty()) {
      return;
    }
    hashes.forEach(tree::add);
    var head = TreeHead.sign(tree.size(), tree.root(), clock.millis(), key.getPrivate());
    jdbc.sql(
            "INSERT INTO audit_head (size, root, signed_at, signature, peaks)"
                + " VALUES (:size, :root, :at, :signature, :peaks) ON CONFLICT DO NOTHING")
        .param("size", head.size())
        .param("root", head.root().hex())
        .param("at", head.at())
        .param("signature", head.signature())
        .param("peaks", String.join(" ", tree.peaks().stream().map(Hash::hex).toList()))
        .update();
  }

  /// The whole log as `duixian audit verify` reads it, signed to its end.
  @Transactional
  public void export(Writer out) throws IOException {
    sign();
    var heads = Found.all(jdbc.sql("SELECT * FROM audit_head ORDER BY size").query(Saved.class));
    var end = heads.isEmpty() ? 0 : heads.getLast().size();
    Export.begin(key.getPublic(), out);
    for (long from = 0; from < end; from += FETCH) {
      for (var leaf : leaves(from, Math.min(end, from + FETCH))) {
        Export.leaf(leaf, out);
      }
    }
    for (var saved : heads) {
      Export.head(saved.head(), out);
    }
  }

  /// The same as text, for small logs.
  public String export() {
    var out = new java.io.StringWriter();
    try {
      export(out);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return out.toString();
  }

  private List<String> leaves(long from, long until) {
    return Found.all(
        jdbc.sql(
                "SELECT leaf FROM audit_log WHERE position >= :from AND position < :until"
                    + " ORDER BY position")
            .param("from", from)
            .param("until", until)
            .query(String.class));
  }

  private Optional<Saved> saved() {
    return jdbc.sql("SELECT * FROM audit_head ORDER BY size DESC LIMIT 1")
        .query(Saved.class)
        .optional();
  }
}
