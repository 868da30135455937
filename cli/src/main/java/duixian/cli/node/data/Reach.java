package duixian.cli.node.data;

import duixian.handle.control.Control;
import duixian.handle.evidence.Ledger;
import duixian.handle.rocks.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/// How a command comes to the data of a node.
@FunctionalInterface
public interface Reach {

  /// What a command does with the data; it answers the exit code.
  @FunctionalInterface
  interface Work {
    int on(Opened opened) throws IOException;
  }

  int with(Path data, CommandSpec spec, Work work) throws IOException;

  /// Through the door of the process that serves the data, or by opening them here.
  static Reach fromOutside() {
    return (data, spec, work) -> {
      var out = spec.commandLine().getOut();
      var answered = Control.call(data, words(spec), out::println);
      if (answered.isPresent()) {
        return answered.getAsInt();
      }
      // A prefix may be the first thing there is.
      if (!spec.name().equals("prefix") && !Files.isDirectory(data.resolve("store"))) {
        out.println("没有节点数据：" + data.toAbsolutePath() + "；用 --data 指明，或先运行 duixian node serve");
        return 1;
      }
      try (var ledger = open(data)) {
        return work.on(Opened.of(ledger));
      }
    };
  }

  /// In the process that serves the data.
  static Reach within(Opened opened) {
    return (_, _, work) -> work.on(opened);
  }

  static Ledger open(Path data) {
    return Ledger.open(data, Settings.small(), 0, InstantSource.system());
  }

  /// The command with its options as the user wrote them, behind the directory they are relative
  /// to.
  private static List<String> words(CommandSpec spec) {
    var written = spec.root().commandLine().getParseResult().originalArgs();
    var words = new ArrayList<String>();
    words.add(Path.of("").toAbsolutePath().toString());
    words.addAll(written.subList(written.indexOf(spec.name()), written.size()));
    return words;
  }
}
