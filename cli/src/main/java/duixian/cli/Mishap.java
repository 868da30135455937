package duixian.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/// What no command foresaw: the disk refuses, or the program itself is wrong. The user reads one
/// sentence; the stack trace goes to a file, and to the terminal only with `--debug`.
final class Mishap {
  private static final int DIAGNOSTICS = 1;
  private static final int OWN_MISTAKE = 70; // EX_SOFTWARE of BSD's sysexits.h

  private Mishap() {}

  static int report(Throwable thrown, boolean debug, PrintWriter err) {
    if (debug) {
      thrown.printStackTrace(err);
    }
    return switch (thrown) {
      case IOException refused -> refused(refused, err);
      case UncheckedIOException wrapped -> refused(requireNonNull(wrapped.getCause()), err);
      default -> {
        var details = debug ? "详情见上" : kept(thrown);
        err.println("程序自身出错（%s），不是输入的问题；%s".formatted(thrown, details));
        yield OWN_MISTAKE;
      }
    };
  }

  private static int refused(IOException refused, PrintWriter err) {
    err.println(
        switch (refused) {
          case NoSuchFileException missing -> "没有这个文件或文件夹：" + missing.getFile();
          case AccessDeniedException denied -> "没有权限读写：" + denied.getFile();
          default -> "读写文件失败：" + refused.getMessage();
        });
    return DIAGNOSTICS;
  }

  private static String kept(Throwable mistake) {
    try {
      var file = Files.createTempFile("duixian-", ".log");
      try (var log = new PrintWriter(Files.newBufferedWriter(file))) {
        mistake.printStackTrace(log);
      }
      return "详情写在 " + file + "，请随问题一起报告";
    } catch (IOException _) {
      return "详情写不进临时文件夹，加 --debug 重跑可见";
    }
  }
}
