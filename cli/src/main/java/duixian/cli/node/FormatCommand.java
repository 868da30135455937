package duixian.cli.node;

import duixian.handle.format.Reading;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duixian node format`: says which system an identifier belongs to and whether it is sound.
@Command(name = "format", description = "辨认：一个标识属于哪种编码（VAA、Handle、OID、Ecode、GS1），校验码对不对。")
final class FormatCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "标识", description = "如 VAA088.118.8/SN001 或 (01)06901234567892。")
  private String written = "";

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    return switch (Reading.of(written)) {
      case Reading.Sound(var format, var canonical, var parts) -> {
        out.println(format.label() + "：" + canonical);
        parts.forEach((name, part) -> out.println("  " + name + "  " + part));
        yield 0;
      }
      case Reading.Unsound(var format, var sentence) -> {
        out.println(format.label() + "：" + sentence);
        yield 1;
      }
    };
  }
}
