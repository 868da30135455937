package duixian.cli;

import static java.util.stream.Collectors.joining;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A command line that nobody can run: one sentence says what is wrong, one where to read on.
///
/// A subcommand that finds more to complain about throws a [ParameterException] with its own
/// Chinese sentence, which is shown as it is.
final class Misuse {
  private Misuse() {}

  static int report(ParameterException misuse, String[] args) {
    var command = misuse.getCommandLine();
    var err = command.getErr();
    err.println(sentence(misuse));
    err.println("用法见 " + command.getCommandSpec().qualifiedName() + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String sentence(ParameterException misuse) {
    return switch (misuse) {
      case UnmatchedArgumentException unknown -> unknown(unknown);
      case MissingParameterException missing ->
          "缺少" + missing.getMissing().stream().map(Misuse::name).collect(joining("、"));
      case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " 写了不止一次";
      case MutuallyExclusiveArgsException _ -> "有些选项不能同时使用：" + misuse.getMessage();
      default -> {
        var refused = misuse.getArgSpec();
        yield refused == null
            ? String.valueOf(misuse.getMessage())
            : "%s 不能是「%s」：%s"
                .formatted(
                    name(refused), misuse.getValue(), String.join("", refused.description()));
      }
    };
  }

  private static String unknown(UnmatchedArgumentException unknown) {
    var what = unknown.isUnknownOption() ? "没有这个选项：" : "没有这个命令，或多写了参数：";
    var suggestions = unknown.getSuggestions();
    return what
        + String.join(" ", unknown.getUnmatched())
        + (suggestions.isEmpty() ? "" : "；是不是想写 " + String.join("、", suggestions));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? "选项 " + option.longestName()
        : "参数 " + argument.paramLabel();
  }
}
