package duixian.handle.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Checks a log without the node that wrote it: every block's checksum, every minute's root, the
/// chain and the signatures.
public final class Audit {
  private final Path directory;
  private final PublicKey key;
  private final List<String> findings = new ArrayList<>();
  private long blocks;
  private long events;
  private long unsealed;

  private Audit(Path directory, PublicKey key) {
    this.directory = directory;
    this.key = key;
  }

  /// What was checked and what is wrong: one Chinese sentence each, none when all is well.
  /// `unsealed` counts the events after the last seal.
  public record Result(int seals, long blocks, long events, long unsealed, List<String> findings) {
    public boolean sound() {
      return findings.isEmpty();
    }
  }

  /// `key` is the public key as the auditor was given it, not as it lies beside the log.
  public static Result of(Path directory, PublicKey key) {
    try {
      return new Audit(directory, key).run();
    } catch (IOException e) {
      throw new LogFailed("事件日志读不出：" + directory, e);
    }
  }

  private Result run() throws IOException {
    var seals = seals(directory);
    chain(seals);
    var byDay = new HashMap<Path, List<Seal>>();
    for (var seal : seals) {
      byDay.computeIfAbsent(fileOf(directory, seal), _ -> new ArrayList<>()).add(seal);
    }
    for (var file : DayFile.between(directory, 0, Integer.MAX_VALUE)) {
      day(file, byDay);
    }
    byDay.forEach(
        (file, missing) -> findings.add("日志文件缺失：" + file + "，有 " + missing.size() + " 个封签"));
    return new Result(seals.size(), blocks, events, unsealed, List.copyOf(findings));
  }

  static List<Seal> seals(Path directory) throws IOException {
    var seals = new ArrayList<Seal>();
    for (var file : SealFile.all(directory)) {
      seals.addAll(SealFile.read(file));
    }
    return seals;
  }

  static Path fileOf(Path directory, Seal seal) {
    return DayFile.of(directory, (int) seal.time().toLocalDate().toEpochDay());
  }

  private void chain(List<Seal> seals) {
    var previous = Seal.FIRST;
    for (var seal : seals) {
      if (!seal.previous().equals(previous)) {
        findings.add("封签链断开：" + seal.time() + " 的上一封签对不上，其前有封签被删改");
      }
      if (!seal.verify(key)) {
        findings.add("签名不符：" + seal.time() + " 的封签不是用这把公钥对应的私钥签的，或内容被改");
      }
      previous = seal.hash();
    }
  }

  /// A file's blocks against its seals, which follow each other without gap.
  private void day(Path file, Map<Path, List<Seal>> byDay) throws IOException {
    var seals = byDay.remove(file);
    var state = new State(file, seals == null ? List.of() : seals);
    var read = DayFile.read(file, 0, state::block);
    if (!read.whole()) {
      findings.add(
          "日志损坏：%s 第 %d 字节起读不出（文件共 %d 字节）".formatted(file, read.offset(), Files.size(file)));
    }
    state.end();
  }

  private final class State {
    private final Path file;
    private final List<Seal> seals;
    private int next;
    private Merkle tree = new Merkle();
    private long inMinute;

    State(Path file, List<Seal> seals) {
      this.file = file;
      this.seals = seals;
    }

    void block(Block block, byte[] body, long end) {
      tree.add(Block.hash(block, body));
      inMinute += block.events();
      blocks++;
      events += block.events();
      if (next < seals.size() && end >= seals.get(next).end()) {
        compare(seals.get(next), end);
        next++;
        tree = new Merkle();
        inMinute = 0;
      }
    }

    private void compare(Seal seal, long end) {
      var root = HexFormat.of().formatHex(tree.root());
      if (end != seal.end()
          || inMinute != seal.events()
          || tree.leaves() != seal.blocks()
          || !root.equals(seal.root())) {
        findings.add(
            "与封签不符：%s 的日志有 %d 块 %d 件，封签为 %d 块 %d 件，根%s"
                .formatted(
                    seal.time(),
                    tree.leaves(),
                    inMinute,
                    seal.blocks(),
                    seal.events(),
                    root.equals(seal.root()) ? "相符" : "不符"));
      }
    }

    void end() {
      for (; next < seals.size(); next++) {
        findings.add("日志缺失：" + file + " 没有 " + seals.get(next).time() + " 封签所指的内容");
      }
      unsealed += inMinute;
    }
  }
}
