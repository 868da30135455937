package duixian.cli.node;

import duixian.cli.node.data.DataOption;
import duixian.cli.node.data.Reach;
import duixian.cli.node.data.Told;
import duixian.handle.registry.Prefixes;
import duixian.handle.registry.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duixian node prefix`: lists the prefixes, or takes one from application to use in one step.
@Command(name = "prefix", description = "前缀：不带参数时列出全部；带名称时申请、批准并分配该前缀。")
final class PrefixCommand implements Callable<Integer> {
  private final Reach reach;
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "前缀", arity = "0..1", defaultValue = "", description = "如 88.118.8。")
  private String name = "";

  @Option(names = "--enterprise", paramLabel = "企业", defaultValue = "", description = "企业名称。")
  private String enterprise = "";

  @Option(
      names = "--quota",
      paramLabel = "个数",
      defaultValue = "1000000",
      description = "可同时存在的标识个数；默认 ${DEFAULT-VALUE}。")
  private long quota;

  @Option(
      names = "--template",
      paramLabel = "模板",
      defaultValue = "",
      description = "该前缀的标识须遵守的数据模板；默认不限。")
  private String template = "";

  @Option(names = "--self-hosted", description = "企业自建节点：解析时转介，不在本节点注册。")
  private boolean selfHosted;

  PrefixCommand(Reach reach) {
    this.reach = reach;
  }

  @Override
  public Integer call() throws IOException {
    return Told.of(
        spec,
        () ->
            reach.with(
                data.directory,
                spec,
                opened -> name.isEmpty() ? list(opened.prefixes()) : allot(opened.prefixes())));
  }

  private int list(Prefixes prefixes) {
    var out = spec.commandLine().getOut();
    for (var prefix : prefixes.all()) {
      out.printf("%-24s %-14s %s%n", prefix.name(), Prefixes.state(prefix), prefix.enterprise());
    }
    return 0;
  }

  private int allot(Prefixes prefixes) {
    var steps =
        List.<Supplier<Verdict>>of(
            () -> prefixes.apply(name, enterprise, selfHosted),
            () -> prefixes.approve(name, quota),
            () -> prefixes.allot(name, template, List.of()));
    for (var step : steps) {
      var verdict = step.get();
      if (!verdict.ok()) {
        spec.commandLine().getErr().println(verdict.sentence());
        return 1;
      }
    }
    spec.commandLine().getOut().printf("前缀 %s 已分配给%s，配额 %,d%n", name, enterprise, quota);
    return 0;
  }
}
