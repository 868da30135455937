package duixian.handle.events;

import duixian.handle.store.Group;
import duixian.handle.store.GroupLog;
import duixian.handle.store.Tallies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Appends blocks to the file of their day and seals each minute as the next begins.
///
/// Opening reads on from the last seal. A torn end, as a crash leaves it, is cut and put aside as
/// `.torn`: it was never acknowledged. Damage before the end refuses to open.
public final class EventLog implements GroupLog, AutoCloseable {
  private final Path directory;
  private final SealKey key;
  private @Nullable FileChannel file;
  private int day;
  private Merkle tree = new Merkle();
  private long minute = -1;
  private long events;
  private long end;
  private long millis;
  private long lastGroup;
  private long lastTick;
  private String previous = Seal.FIRST;

  private EventLog(Path directory, SealKey key) {
    this.directory = directory;
    this.key = key;
  }

  public static EventLog open(Path directory, SealKey key) {
    var log = new EventLog(directory, key);
    try {
      Files.createDirectories(directory);
      log.readOn(SealFile.last(directory));
    } catch (IOException e) {
      throw new LogFailed("事件日志打不开：" + directory, e);
    }
    return log;
  }

  private void readOn(@Nullable Seal seal) throws IOException {
    int from = 0;
    long offset = 0;
    if (seal != null) {
      from = Tallies.day(seal.minute() * 60_000);
      offset = seal.end();
      lastGroup = seal.group();
      lastTick = seal.tick();
      previous = seal.hash();
      millis = seal.minute() * 60_000 + 59_999;
      if (!Files.exists(DayFile.of(directory, from))
          || Files.size(DayFile.of(directory, from)) < offset) {
        throw new LogFailed(
            "事件日志缺失：封签到 "
                + seal.time()
                + "，但 "
                + DayFile.of(directory, from)
                + " 不足 "
                + offset
                + " 字节；请从备份恢复");
      }
    }
    var files = DayFile.between(directory, from, Integer.MAX_VALUE);
    for (int i = 0; i < files.size(); i++) {
      var last = i == files.size() - 1;
      take(files.get(i), i == 0 ? offset : 0, last);
    }
  }

  private void take(Path path, long offset, boolean last) throws IOException {
    if (minute >= 0) {
      seal();
    }
    day = DayFile.day(path);
    end = offset;
    var read =
        DayFile.read(
            path, offset, (block, body, end) -> enter(block, Block.hash(block, body), end));
    if (!read.whole()) {
      if (!last || followed(path, read)) {
        throw new LogFailed(
            "事件日志在中间损坏：%s 第 %d 字节（文件共 %d 字节）；请从备份恢复该文件"
                .formatted(path, read.offset(), read.size()));
      }
      cut(path, read.offset());
    }
  }

  /// Whether a whole block stands behind the damage: then it is no torn end.
  private static boolean followed(Path path, DayFile.End read) throws IOException {
    try (var in = FileChannel.open(path, StandardOpenOption.READ)) {
      var rest = ByteBuffer.allocate((int) Math.min(in.size() - read.offset(), 4 << 20));
      int got = 0;
      while (rest.hasRemaining() && got >= 0) {
        got = in.read(rest, read.offset() + rest.position());
      }
      for (int at = 1; at + DayFile.FRAME < rest.position(); at++) {
        if (DayFile.blockAt(rest, at)) {
          return true;
        }
      }
      return false;
    }
  }

  private static void cut(Path path, long offset) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var torn = ByteBuffer.allocate((int) Math.min(channel.size() - offset, 1 << 20));
      channel.read(torn, offset);
      Files.write(path.resolveSibling(path.getFileName() + ".torn"), torn.array());
      channel.truncate(offset);
      channel.force(true);
    }
  }

  /// Takes a block into the minute's tree.
  private void enter(Block block, byte[] leaf, long blockEnd) {
    if (minute >= 0 && block.millis() / 60_000 > minute) {
      seal();
    }
    // Two threads append: a block may be some milliseconds older than the one before it.
    minute = Math.max(minute, block.millis() / 60_000);
    millis = Math.max(millis, block.millis());
    tree.add(leaf);
    events += block.events();
    end = blockEnd;
    switch (block) {
      case Block.Changes(var group) -> lastGroup = group.number();
      case Block.Answers answers -> lastTick = answers.tick();
      case Block.ClockJump _ -> {}
    }
  }

  @Override
  public synchronized long last() {
    return lastGroup;
  }

  /// The last tick whose answers are in the log.
  public synchronized long lastTick() {
    return lastTick;
  }

  /// The time of the last block, or the end of the last sealed minute.
  public synchronized long millis() {
    return millis;
  }

  @Override
  public Ready ready(Group group) {
    var payload = group.encode();
    return new Ready(group, payload, Block.hash(new Block.Changes(group), payload));
  }

  @Override
  public void append(Ready ready) {
    append(new Block.Changes(ready.group()), BlockCodec.changes(ready.payload()), ready.leaf());
  }

  /// Appends and waits until the disk has it.
  public void append(Block block) {
    var body = Block.encode(block);
    append(block, body, Block.hash(block, body));
  }

  private synchronized void append(Block block, byte[] body, byte[] leaf) {
    try {
      var channel = file(Tallies.day(block.millis()), block.millis());
      var frame = ByteBuffer.wrap(DayFile.framed(body));
      var start = channel.size();
      var blockEnd = start + frame.remaining();
      try {
        while (frame.hasRemaining()) {
          channel.write(frame);
        }
        channel.force(false);
      } catch (IOException e) {
        // A half block would end the log here for good.
        channel.truncate(start);
        throw e;
      }
      enter(block, leaf, blockEnd);
    } catch (IOException e) {
      throw new LogFailed("事件日志写不进：" + DayFile.of(directory, day) + "（" + e.getMessage() + "）", e);
    }
  }

  private FileChannel file(int blockDay, long blockMillis) throws IOException {
    var open = file;
    if (open != null && blockDay <= day) {
      return open;
    }
    sealBefore(blockMillis);
    if (open != null) {
      open.close();
    }
    day = Math.max(day, blockDay);
    var next =
        FileChannel.open(
            DayFile.of(directory, day),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND);
    file = next;
    return next;
  }

  /// Seals the open minute if this moment lies behind it.
  public synchronized void sealBefore(long moment) {
    if (minute >= 0 && moment / 60_000 > minute) {
      seal();
    }
  }

  /// Seals the open minute now and answers the last seal; what comes later in the same minute gets
  /// a further seal.
  public synchronized void sealNow() {
    if (minute >= 0) {
      seal();
    }
  }

  private void seal() {
    var root = HexFormat.of().formatHex(tree.root());
    var seal =
        Seal.sign(
            new Seal(minute, tree.leaves(), events, end, lastGroup, lastTick, root, previous, ""),
            key);
    try (var out =
        FileChannel.open(
            SealFile.of(directory, seal.time().getYear()),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      out.write(ByteBuffer.wrap((seal.line() + '\n').getBytes(StandardCharsets.UTF_8)));
      out.force(false);
    } catch (IOException e) {
      throw new LogFailed("封签写不进：" + directory + "（" + e.getMessage() + "）", e);
    }
    previous = seal.hash();
    tree = new Merkle();
    events = 0;
    minute = -1;
  }

  @Override
  public synchronized void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new LogFailed("事件日志关不上：" + directory, e);
    }
  }
}
