package duixian.cli.node.evidence;

import duixian.cli.node.data.DataOption;
import duixian.cli.node.data.Reach;
import duixian.cli.node.data.Told;
import duixian.handle.events.Proof;
import duixian.handle.events.SealKey;
import duixian.handle.evidence.Ledger;
import duixian.handle.store.Tallies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duixian node prove`: writes the proof of one registration, or checks one with a public key
/// alone.
@Command(name = "prove", description = "证明：写出一个标识何时注册的证明，或用 --check 离线核对一份证明；不泄露其他标识。")
public final class Prove implements Callable<Integer> {
  private final Reach reach;
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(
      paramLabel = "标识",
      arity = "0..1",
      defaultValue = "",
      description = "如 88.118.8/SN001。")
  private String id = "";

  @Option(names = "--out", paramLabel = "文件", description = "证明写到哪个文件；默认打印出来。")
  private @Nullable Path file;

  @Option(names = "--check", paramLabel = "证明", description = "核对这份证明。")
  private @Nullable Path check;

  @Option(
      names = "--key",
      paramLabel = "公钥",
      description = "核对用的封签公钥（PEM）；默认用数据目录里的 keys/seal.pub。")
  private @Nullable Path key;

  public Prove(Reach reach) {
    this.reach = reach;
  }

  @Override
  public Integer call() throws IOException {
    var proof = check;
    if (proof == null && id.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "缺少参数 标识，或选项 --check");
    }
    return Told.of(
        spec,
        () ->
            proof == null
                ? reach.with(data.directory, spec, opened -> prove(opened.ledger()))
                : verify(proof));
  }

  private int prove(Ledger ledger) throws IOException {
    var out = spec.commandLine().getOut();
    var bytes = id.getBytes(StandardCharsets.UTF_8);
    var entry = ledger.store().get(bytes);
    if (entry == null) {
      out.println("没有这个标识：" + id);
      return 1;
    }
    ledger.still(ledger::seal);
    var day = Tallies.day(entry.firstCreated() * 1000);
    var proof = Proof.of(ledger.directory().resolve("events"), day, bytes);
    if (proof.isEmpty()) {
      out.println("事件日志里没有 " + id + " 的注册事件；请运行 duixian node audit 查明");
      return 1;
    }
    var json = ProofJson.write(proof.get());
    if (file == null) {
      out.print(json);
    } else {
      Files.writeString(file, json);
      out.println("证明已写入 " + file);
    }
    return 0;
  }

  private int verify(Path written) throws IOException {
    var out = spec.commandLine().getOut();
    var publicKey = key == null ? data.directory.resolve("keys/seal.pub") : key;
    var proof = ProofJson.read(Files.readString(written));
    if (proof == null || !proof.verify(SealKey.publicKey(publicKey))) {
      out.println("证明不成立：" + written);
      return 1;
    }
    var time = Instant.ofEpochMilli(proof.millis()).atOffset(ZoneOffset.ofHours(8));
    out.printf("证明成立：%s 于 %s 经%s注册%n", proof.id(), time, proof.channel().label());
    return 0;
  }
}
