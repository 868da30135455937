package duixian.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A file that an option asks for: refused before any work when it can never be written.
final class OutputFile {
  private OutputFile() {}

  static void require(CommandSpec spec, String option, @Nullable Path path) {
    if (path == null) {
      return;
    }
    if (Files.isDirectory(path)) {
      throw new ParameterException(spec.commandLine(), "选项 " + option + " 要的是文件，" + path + " 是文件夹");
    }
    var folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ParameterException(
          spec.commandLine(), "选项 " + option + " 要写的 " + path + " 所在的文件夹不存在");
    }
  }
}
