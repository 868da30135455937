package duixian.policy.law;

import duixian.policy.document.Quote;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.SourceText;
import duixian.policy.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// What of the official text the quotes of a policy cover.
///
/// White space does not count. `uncovered` are the sentences that no quote touches whole; `paying`
/// those of them that name money or a percentage.
public record Coverage(int sentences, List<Span> uncovered, List<Span> paying) {
  private static final Pattern MONEY =
      Pattern.compile(
          "[0-9０-９一二三四五六七八九十百千万亿]\\s*(?:万|亿)?元|[0-9０-９]\\s*[%％]|百分之|[0-9０-９]\\s*[:：]\\s*[0-9０-９]");
  private static final String ENDS = "。；;！\n";

  public Coverage {
    uncovered = List.copyOf(uncovered);
    paying = List.copyOf(paying);
  }

  /// Compares every quote with the official text; one that differs is an error at the first
  /// differing place.
  public static Coverage of(SourceText official, List<Quote> quotes, List<Diagnostic> diagnostics) {
    var squeezed = Squeezed.of(official.text());
    var covered = new BitSet(official.text().length());
    for (var quote : quotes) {
      var words = Squeezed.of(quote.text()).text();
      if (words.isEmpty()) {
        continue;
      }
      var found = Occurrences.of(words, squeezed.text());
      if (found.starts().isEmpty()) {
        diagnostics.add(differs(official, squeezed, quote, found));
      }
      var done = 0;
      for (var start : found.starts()) {
        var last = squeezed.offset(start + words.length() - 1);
        covered.set(Math.max(done, squeezed.offset(start)), last + 1);
        done = last + 1;
      }
    }
    var uncovered = new ArrayList<Span>();
    var paying = new ArrayList<Span>();
    var sentences = sentences(official);
    for (var sentence : sentences) {
      if (!isCovered(sentence, covered)) {
        uncovered.add(sentence);
        if (MONEY.matcher(sentence.text()).find()) {
          paying.add(sentence);
        }
      }
    }
    return new Coverage(sentences.size(), uncovered, paying);
  }

  private static boolean isCovered(Span sentence, BitSet covered) {
    var text = sentence.source().text();
    for (int i = sentence.from(); i < sentence.to(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i)) && !covered.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static List<Span> sentences(SourceText official) {
    var sentences = new ArrayList<Span>();
    var text = official.text();
    var from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || ENDS.indexOf(text.charAt(i)) >= 0) {
        var start = from;
        while (start < i
            && !Character.isLetterOrDigit(text.charAt(start))
            && text.charAt(start) != '（') {
          start++;
        }
        if (start < i) {
          sentences.add(new Span(official, start, i));
        }
        from = i + 1;
      }
    }
    return sentences;
  }

  private static Diagnostic differs(
      SourceText official, Squeezed squeezed, Quote quote, Occurrences found) {
    var low = found.prefix();
    var next = found.prefixAt() + low;
    var instead =
        low == 0 || next >= squeezed.text().length()
            ? ""
            : squeezed.text().substring(next, Math.min(next + 12, squeezed.text().length()));
    var place = place(quote, low);
    return Diagnostic.error(
        place,
        "引文与官方文本不一致",
        instead.isEmpty()
            ? "官方文本（" + official.name() + "）里没有这句话，照原文抄写"
            : "官方文本这里是 “" + instead + "…”，照原文抄写");
  }

  /// The span of the quote from its `skip`th character on that is not white space.
  private static Span place(Quote quote, int skip) {
    var text = quote.span().text();
    var seen = 0;
    var lineStart = true;
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (lineStart && c == '>') {
        lineStart = false;
        continue;
      }
      lineStart = c == '\n' || (lineStart && Character.isWhitespace(c));
      if (!Squeezed.isBlank(c) && seen++ == skip) {
        var from = quote.span().from() + i;
        var line = quote.span().source().line(from);
        var end =
            quote.span().source().lineStart(line) + quote.span().source().lineText(line).length();
        return new Span(quote.span().source(), from, Math.min(end, from + 12));
      }
    }
    return quote.span();
  }

  /// A text without white space, and where each of its characters stood.
  private static final class Squeezed {
    private final String text;
    private final int[] offsets;

    private Squeezed(String text, int[] offsets) {
      this.text = text;
      this.offsets = offsets;
    }

    String text() {
      return text;
    }

    static Squeezed of(String text) {
      var squeezed = new StringBuilder(text.length());
      var offsets = new int[text.length()];
      for (int i = 0; i < text.length(); i++) {
        if (!isBlank(text.charAt(i))) {
          offsets[squeezed.length()] = i;
          squeezed.append(text.charAt(i));
        }
      }
      return new Squeezed(squeezed.toString(), Arrays.copyOf(offsets, squeezed.length()));
    }

    int offset(int index) {
      return offsets[index];
    }

    static boolean isBlank(char c) {
      return Character.isWhitespace(c) || c == '\u3000' || c == '\u00A0' || c == '\uFEFF';
    }
  }
}
