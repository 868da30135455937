package duixian.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The root of the command. It does nothing but list its subcommands, each a class of its own.
@Command(
    name = "duixian",
    description = "兑现：把产业政策写成可以运行的条款，每一分钱都能从支付走回条文。",
    versionProvider = Duixian.Version.class,
    footer = {
      "",
      "另有 duixian test（运行全部测试）和 duixian bench（跑分）。",
      "退出码：0 正常；1 政策或事实有错；2 用法有错；70 程序自身出错。"
    })
final class Duixian implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "显示用法。")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "显示版本。")
  boolean version;

  @Option(names = "--debug", scope = ScopeType.INHERIT, description = "程序自身出错时，把调用栈打印出来。")
  boolean debug;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return spec.exitCodeOnInvalidInput();
  }

  /// The version that the build wrote into the jar, and the Java that runs it.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var built = Duixian.class.getPackage().getImplementationVersion();
      return new String[] {
        "兑现 %s（Java %s）".formatted(built == null ? "开发版" : built, Runtime.version())
      };
    }
  }
}
