package duixian.policy;

import duixian.policy.check.PolicyChecker;
import duixian.policy.document.Document;
import duixian.policy.law.Coverage;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.SourceText;
import duixian.policy.source.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Compiles a literate policy: the one entrance to the language.
///
/// Reads no file and no clock; see [PolicyFolder] for a policy on disk.
public final class PolicyCompiler {
  private PolicyCompiler() {}

  /// `official` is null when there is none to compare with; then a warning says so.
  public static Compiled compile(SourceText literate, @Nullable SourceText official) {
    var diagnostics = new ArrayList<Diagnostic>();
    var document = Document.parse(literate, diagnostics);
    var coverage = official == null ? null : Coverage.of(official, document.quotes(), diagnostics);
    var checked = PolicyChecker.check(document, version(literate, official), diagnostics);
    if (coverage == null) {
      var end = Math.min(1, literate.text().length());
      diagnostics.add(
          Diagnostic.warning(
              new Span(literate, 0, end), "没有官方文本，引文没有核对", "把官方文本存为同一文件夹里的 official.txt"));
    }
    var sorted = diagnostics.stream().distinct().sorted(PolicyCompiler::inOrder).toList();
    return new Compiled(checked.policy(), coverage, checked.examples(), sorted);
  }

  private static int inOrder(Diagnostic one, Diagnostic other) {
    var byFile = one.span().source().name().compareTo(other.span().source().name());
    return byFile != 0 ? byFile : Integer.compare(one.span().from(), other.span().from());
  }

  private static String version(SourceText literate, @Nullable SourceText official) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes(literate));
      digest.update((byte) 0);
      if (official != null) {
        digest.update(bytes(official));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static byte[] bytes(SourceText text) {
    return text.text().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
  }
}
