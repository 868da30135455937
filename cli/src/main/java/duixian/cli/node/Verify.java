package duixian.cli.node;

import duixian.cli.node.data.DataOption;
import duixian.cli.node.data.Reach;
import duixian.cli.node.data.Told;
import duixian.handle.evidence.Ledger;
import duixian.handle.evidence.Recount;
import duixian.handle.value.HandleRecord;
import duixian.handle.value.Malformed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `duixian node verify`: reads every block and every record of the store.
@Command(name = "verify", description = "核验：读遍标识库，核对每个数据块的校验和、每个标识的内容与计数。")
final class Verify implements Callable<Integer> {
  private static final int PAGE = 10_000;
  private final Reach reach;
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  Verify(Reach reach) {
    this.reach = reach;
  }

  @Override
  public Integer call() throws IOException {
    return Told.of(spec, () -> reach.with(data.directory, spec, opened -> verify(opened.ledger())));
  }

  private int verify(Ledger ledger) {
    var out = spec.commandLine().getOut();
    ledger.store().verifyChecksums();
    out.println("数据块校验和全部相符");
    var wrong = records(ledger, out);
    var differences = Recount.of(ledger, 0, 1 << 20).differences().size();
    out.println(differences == 0 ? "计数器、事件日志与库内清点一致" : "计数有 " + differences + " 处不一致，见 node audit");
    return wrong == 0 && differences == 0 ? 0 : 1;
  }

  private static long records(Ledger ledger, PrintWriter out) {
    long read = 0;
    long wrong = 0;
    byte[] cursor = null;
    do {
      var page = ledger.store().scan(new byte[0], cursor, PAGE);
      for (var row : page.rows()) {
        try {
          HandleRecord.read(row.value(), 0);
          read++;
        } catch (Malformed e) {
          wrong++;
          out.printf(
              "  内容读不懂：%s（%s）%n", new String(row.key(), StandardCharsets.UTF_8), e.getMessage());
        }
      }
      cursor = page.next();
    } while (cursor != null);
    out.printf("标识 %,d 个，内容完好 %,d 个%n", read + wrong, read);
    return wrong;
  }
}
