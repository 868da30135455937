package duixian.service.search;

import java.util.List;
import java.util.Locale;

/// What was found for a text; `sentence` says why nothing was looked for, else it is empty.
public record SearchPage(String text, String sentence, List<Group> groups) {
  public SearchPage {
    groups = List.copyOf(groups);
  }

  /// Hits of a kind, at most [Search#MOST].
  public record Group(String chinese, String english, List<Hit> hits) {
    public Group {
      hits = List.copyOf(hits);
    }
  }

  /// Where a hit leads, and the words around the text that was found; `note` says what it is.
  public record Hit(String path, String before, String found, String after, String note) {
    private static final int AROUND = 36;

    /// Around the first place of the text, upper or lower case; the beginning when it is not there.
    static Hit of(String path, String words, String text, String note) {
      var flat = words.replaceAll("\\s+", " ").strip();
      var at = flat.toLowerCase(Locale.ROOT).indexOf(text.toLowerCase(Locale.ROOT));
      if (at < 0 || at + text.length() > flat.length()) {
        return new Hit(path, cut(flat, 0, 2 * AROUND), "", "", note);
      }
      var end = at + text.length();
      return new Hit(
          path,
          cut(flat, at - AROUND, at),
          flat.substring(at, end),
          cut(flat, end, end + AROUND),
          note);
    }

    /// Words before are cut at their beginning, words after at their end; never through a
    /// character.
    private static String cut(String text, int from, int to) {
      var begin = Math.max(0, from);
      var end = Math.min(text.length(), to);
      if (begin > 0 && begin < end && Character.isLowSurrogate(text.charAt(begin))) {
        begin++;
      }
      if (end > begin && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      return text.substring(begin, Math.max(begin, end));
    }
  }

  public int found() {
    return groups.stream().mapToInt(group -> group.hits().size()).sum();
  }
}
