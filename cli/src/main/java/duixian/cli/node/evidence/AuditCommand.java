package duixian.cli.node.evidence;

import duixian.cli.node.data.DataOption;
import duixian.cli.node.data.Reach;
import duixian.cli.node.data.Told;
import duixian.handle.events.Audit;
import duixian.handle.events.SealKey;
import duixian.handle.evidence.Ledger;
import duixian.handle.evidence.Recount;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `duixian node audit`: counts again before the auditor's eyes and checks every sealed minute.
@Command(name = "audit", description = "审计：当场重新清点，并逐分钟核对事件日志的哈希根、封签链与签名。")
public final class AuditCommand implements Callable<Integer> {
  private final Reach reach;
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--key",
      paramLabel = "公钥",
      description = "审计方留存的封签公钥（PEM）；默认用数据目录里的 keys/seal.pub。")
  private @Nullable Path key;

  @Option(names = "--log-only", description = "只核对事件日志：不需要标识库，可在拷贝出来的目录上运行。")
  private boolean logOnly;

  @Option(
      names = "--sample",
      paramLabel = "个数",
      defaultValue = "20",
      description = "抽取多少个标识，逐个证明其注册事件在封签之内；默认 ${DEFAULT-VALUE}。")
  private int sample;

  public AuditCommand(Reach reach) {
    this.reach = reach;
  }

  @Override
  public Integer call() throws IOException {
    return Told.of(
        spec,
        () ->
            logOnly
                ? log(data.directory)
                : reach.with(data.directory, spec, opened -> whole(opened.ledger())));
  }

  private int whole(Ledger ledger) {
    var out = spec.commandLine().getOut();
    ledger.seal();
    var begun = System.nanoTime();
    var recount = Recount.of(ledger, 0, 1 << 20);
    var differences = recount.differences();
    var total = recount.states().values().stream().mapToLong(Long::longValue).sum();
    out.printf("清点标识 %,d 个，用时 %.1f 秒；", total, (System.nanoTime() - begun) / 1e9);
    out.printf(
        "计数器、事件日志、库内清点%s%n", differences.isEmpty() ? "全部一致" : "有 " + differences.size() + " 处不一致");
    var logged = log(ledger.directory());
    var sampled = new Sampling(ledger, publicKey(ledger.directory())).check(sample, out);
    return differences.isEmpty() && logged == 0 && sampled ? 0 : 1;
  }

  private int log(Path directory) {
    var out = spec.commandLine().getOut();
    var begun = System.nanoTime();
    var result = Audit.of(directory.resolve("events"), publicKey(directory));
    out.printf(
        "事件日志 %,d 块 %,d 件，封签 %,d 个，未封签 %,d 件；用时 %.1f 秒%n",
        result.blocks(),
        result.events(),
        result.seals(),
        result.unsealed(),
        (System.nanoTime() - begun) / 1e9);
    result.findings().forEach(finding -> out.println("  " + finding));
    out.println(result.sound() ? "哈希根、封签链与签名全部相符" : "事件日志不可信，见上");
    return result.sound() ? 0 : 1;
  }

  private PublicKey publicKey(Path directory) {
    return SealKey.publicKey(key == null ? directory.resolve("keys/seal.pub") : key);
  }
}
