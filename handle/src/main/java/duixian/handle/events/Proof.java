package duixian.handle.events;

import duixian.handle.store.Channel;
import duixian.handle.store.Event;
import duixian.handle.store.Group;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// That one identifier was registered at one time: the way from its event to a signed root, without
/// showing any other identifier.
///
/// `group`, `millis` and `size` are of the group, `at` and `path` lead to its root; `blockAt` of
/// `blocks` and `blockPath` lead from there to the root in the seal. Hashes are hexadecimal.
public record Proof(
    String id,
    Event event,
    Channel channel,
    long group,
    long millis,
    int size,
    int at,
    List<String> path,
    long blockAt,
    List<String> blockPath,
    Seal seal) {

  public Proof {
    path = List.copyOf(path);
    blockPath = List.copyOf(blockPath);
  }

  /// Looks for the first creation of `id` in the log of one day (days of Asia/Shanghai since 1970).
  public static Optional<Proof> of(Path directory, int day, byte[] id) {
    try {
      var seals =
          Audit.seals(directory).stream()
              .filter(seal -> seal.time().toLocalDate().toEpochDay() == day)
              .toList();
      var search = new Search(id, seals);
      DayFile.read(DayFile.of(directory, day), 0, search::block);
      return Optional.ofNullable(search.found);
    } catch (IOException e) {
      throw new LogFailed("事件日志读不出：" + directory, e);
    }
  }

  /// Whether event, path, root and signature fit each other and this key.
  public boolean verify(PublicKey key) {
    var digest = Merkle.sha256();
    var noted = new Group.Noted(event, channel, id.getBytes(StandardCharsets.UTF_8));
    try {
      var events = Merkle.climb(Block.leaf(digest, millis, noted), at, size, bytes(path));
      var block = Merkle.leaf(digest, Block.head(group, millis, size), events);
      var root = Merkle.climb(block, blockAt, seal.blocks(), bytes(blockPath));
      return HexFormat.of().formatHex(root).equals(seal.root()) && seal.verify(key);
    } catch (IllegalArgumentException e) {
      // A path of the wrong length or a hash that is none proves nothing.
      return false;
    }
  }

  private static List<byte[]> bytes(List<String> hashes) {
    return hashes.stream().map(HexFormat.of()::parseHex).toList();
  }

  private static List<String> text(List<byte[]> hashes) {
    return hashes.stream().map(HexFormat.of()::formatHex).toList();
  }

  /// Goes through a day, keeping the leaves of the running minute.
  private static final class Search {
    private final byte[] id;
    private final List<Seal> seals;
    private int next;
    private final List<byte[]> leaves = new ArrayList<>();
    private Block.@Nullable Changes block;
    private int at;
    private int blockAt;
    @Nullable Proof found;

    Search(byte[] id, List<Seal> seals) {
      this.id = id;
      this.seals = seals;
    }

    void block(Block read, byte[] body, long end) {
      if (found != null) {
        return;
      }
      leaves.add(Block.hash(read, body));
      if (block == null && read instanceof Block.Changes changes) {
        look(changes);
      }
      if (next < seals.size() && end >= seals.get(next).end()) {
        sealed(seals.get(next));
        next++;
        leaves.clear();
      }
    }

    private void look(Block.Changes changes) {
      var events = changes.group().events();
      for (int i = 0; i < events.size(); i++) {
        if (events.get(i).event() == Event.CREATED && Arrays.equals(events.get(i).id(), id)) {
          block = changes;
          at = i;
          blockAt = leaves.size() - 1;
          return;
        }
      }
    }

    private void sealed(Seal seal) {
      var changes = block;
      if (changes != null) {
        var group = changes.group();
        var noted = group.events().get(at);
        var events = Block.leaves(Merkle.sha256(), group);
        found =
            new Proof(
                new String(id, StandardCharsets.UTF_8),
                noted.event(),
                noted.channel(),
                group.number(),
                group.millis(),
                events.size(),
                at,
                text(Merkle.path(events, at)),
                blockAt,
                text(Merkle.path(leaves, blockAt)),
                seal);
      }
    }
  }
}
