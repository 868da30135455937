package duixian.handle.load;

import duixian.handle.node.Admission;
import duixian.handle.registry.Identifier;
import duixian.handle.rocks.RocksStore;
import duixian.handle.rocks.SortedLoad;
import duixian.handle.rocks.SortedLoad.Item;
import duixian.handle.store.Channel;
import duixian.handle.store.Tallies;
import duixian.handle.value.HandleRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Imports one file: stretches are parsed and sorted by several threads and taken in one after the
/// other. Each stretch is durable with its counts and its place in the file, or not at all.
public final class Importer {
  /// Few and small, so that most of what was parsed is gone before the collector moves it about.
  private static final int STRETCH = 24 << 20;

  private static final int AHEAD = 2;

  /// No line is much shorter: for the size of what is kept in memory.
  private static final int SHORTEST = 40;

  private static final String TABLE = "import";

  private final RocksStore store;
  private final Admission admission;
  private final Channel channel;
  private final int stretch;

  public Importer(RocksStore store, Admission admission, Channel channel) {
    this(store, admission, channel, STRETCH);
  }

  Importer(RocksStore store, Admission admission, Channel channel, int stretch) {
    this.store = store;
    this.admission = admission;
    this.channel = channel;
    this.stretch = stretch;
  }

  /// `end` and `line` are where the source goes on behind it.
  private record Parsed(long end, long line, List<Item> items, List<Refusal> refusals) {}

  /// A line that was not registered, and why.
  public record Refusal(long line, String id, String sentence) {}

  /// Starts or goes on; `progress` is told after each stretch, `refusals` of every line turned
  /// away.
  public ImportState run(Path file, Consumer<ImportState> progress, Consumer<Refusal> refusals) {
    try {
      var rows = rows(file);
      var key = ImportState.key(file);
      var state = state(key);
      if (state.done()) {
        return state;
      }
      var start = state.offset() == 0 ? rows.start() : state.offset();
      var line = state.offset() == 0 && rows.start() > 0 ? 2 : state.line();
      try (var source = new Source(file, stretch, rows.quotes(), start, line);
          var workers = Executors.newFixedThreadPool(2)) {
        var ahead = new ArrayDeque<Future<Parsed>>();
        var size = Files.size(file);
        store.load().expect((size - start) / SHORTEST);
        fill(ahead, source, workers, rows);
        while (!ahead.isEmpty()) {
          var parsed = ahead.remove().get();
          fill(ahead, source, workers, rows);
          state = take(parsed, state, named(key), parsed.end == size, refusals);
          progress.accept(state);
        }
      }
      return state;
    } catch (IOException e) {
      throw new ImportFailed("导入文件读不出：" + file, e);
    } catch (ExecutionException e) {
      throw new ImportFailed("导入中断：" + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImportFailed("导入被中断；再次运行同一命令将接着导入", e);
    }
  }

  /// What is known of a file from an earlier run.
  public ImportState state(Path file) {
    try {
      return state(ImportState.key(file));
    } catch (IOException e) {
      throw new ImportFailed("导入文件读不出：" + file, e);
    }
  }

  private ImportState state(byte[] key) {
    var known = store.rows(TABLE).get(key);
    return known == null ? ImportState.NONE : ImportState.of(known);
  }

  private static byte[] named(byte[] key) {
    return (TABLE + '\0' + new String(key, StandardCharsets.US_ASCII))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static Rows rows(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var head = in.readNBytes(1 << 16);
      if (head.length == 0) {
        throw new ImportFailed("导入文件是空的：" + file);
      }
      return head[0] == '{' ? new NdjsonRows() : CsvRows.of(head);
    }
  }

  private void fill(
      ArrayDeque<Future<Parsed>> ahead, Source source, ExecutorService workers, Rows rows)
      throws IOException {
    while (ahead.size() < AHEAD) {
      var next = source.next();
      if (next == null) {
        return;
      }
      ahead.add(workers.submit(() -> parse(next, rows)));
    }
  }

  private Parsed parse(Stretch next, Rows rows) {
    var items = new ArrayList<Item>(next.lines());
    var refusals = new ArrayList<Refusal>();
    rows.each(
        next,
        row -> {
          switch (row) {
            case Row.Unreadable(var line, var sentence) ->
                refusals.add(new Refusal(line, "", sentence));
            case Row.Read read -> {
              var id = Identifier.parse(read.written());
              var wrong = refusal(id, read);
              if (id == null || wrong != null) {
                refusals.add(new Refusal(read.line(), read.written(), String.valueOf(wrong)));
              } else {
                var record = new HandleRecord(read.values()).toBytes();
                items.add(new Item(id.bytes(), record, read.line()));
              }
            }
          }
        });
    return new Parsed(next.end(), next.line() + next.lines(), IdOrder.sorted(items), refusals);
  }

  private @Nullable String refusal(@Nullable Identifier id, Row.Read read) {
    return id == null ? "标识须为 前缀/后缀，至多 255 个字符" : admission.refusal(id, read.values());
  }

  private ImportState take(
      Parsed parsed, ImportState before, byte[] key, boolean last, Consumer<Refusal> refusals) {
    var place = new ImportState[] {before};
    var result =
        store
            .load()
            .load(
                parsed.items,
                channel,
                new Gate(admission),
                decided -> {
                  place[0] =
                      before.with(parsed.end, parsed.line, decided, parsed.refusals.size(), last);
                  return new SortedLoad.Progress(key, place[0].bytes());
                });
    parsed.refusals.forEach(refusals);
    for (var item : result.refused()) {
      var id = new String(item.id(), StandardCharsets.UTF_8);
      refusals.accept(new Refusal(item.line(), id, "前缀 " + prefix(item.id()) + " 的配额已用完"));
    }
    return place[0];
  }

  private static String prefix(byte[] id) {
    return new String(id, 0, Tallies.prefixLength(id), StandardCharsets.UTF_8);
  }

  /// Asks for a place in the quota; neighbours mostly share their prefix.
  private static final class Gate implements Predicate<Item> {
    private final Admission admission;
    private byte[] bytes = new byte[0];
    private String prefix = "";

    Gate(Admission admission) {
      this.admission = admission;
    }

    @Override
    public boolean test(Item item) {
      var length = Tallies.prefixLength(item.id());
      if (!Arrays.equals(bytes, 0, bytes.length, item.id(), 0, length)) {
        bytes = Arrays.copyOf(item.id(), length);
        prefix = prefix(bytes);
      }
      return admission.take(prefix);
    }
  }
}
