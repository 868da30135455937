package duixian.policy.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import duixian.policy.facts.Facts;
import duixian.policy.facts.Table;
import duixian.policy.model.Type;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over every value of every record, entities in the order of the policy, records in that
/// of their 标识: the same facts give the same digest, whichever form and order of file they came in.
public final class FactsDigest {
  private static final int ROOM = 1 << 16;

  private final MessageDigest sha;
  private final ByteBuffer buffer = ByteBuffer.allocate(ROOM);

  private FactsDigest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /// The digest in hex.
  public static String of(Facts facts) {
    var digest = new FactsDigest();
    for (var table : facts.tables()) {
      if (table.size() > 0) {
        digest.add(facts, table);
      }
    }
    digest.flush();
    return HexFormat.of().formatHex(digest.sha.digest());
  }

  private void add(Facts facts, Table table) {
    var entity = table.entity();
    var parents = entity.parent() == null ? new int[0] : facts.table(entity.parent()).ranks();
    var rows = table.inOrder();
    text(entity.name());
    number(table.size());
    for (int place = 0; place < table.size(); place++) {
      var row = rows[place];
      text(table.id(row));
      number(place(parents, table.parent(row)));
      number(table.year(row));
    }
    for (var field : entity.fields()) {
      text(field.name());
      var isText = field.type() instanceof Type.Reference;
      var column = table.column(field);
      for (int place = 0; place < column.length; place++) {
        var value = column[rows[place]];
        if (isText && value != Table.MISSING) {
          text(facts.text(value));
        } else {
          number(value);
        }
      }
    }
  }

  private static int place(int[] ranks, int parent) {
    return parent < 0 ? -1 : ranks.length == 0 ? parent : ranks[parent];
  }

  private void number(long value) {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
    buffer.putLong(value);
  }

  private void text(String text) {
    var bytes = text.getBytes(UTF_8);
    number(bytes.length);
    if (buffer.remaining() < bytes.length) {
      flush();
    }
    buffer.put(bytes); // a name is far shorter than the buffer
  }

  private void flush() {
    sha.update(buffer.flip());
    buffer.clear();
  }
}
