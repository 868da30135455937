package duixian.policy.law;

import java.util.ArrayList;
import java.util.List;

/// Where words stand in a text, found in one pass (Knuth, Morris and Pratt 1977).
///
/// `prefix` is how many of the first characters of the words the text holds somewhere in a row,
/// `prefixAt` where it does so first.
record Occurrences(List<Integer> starts, int prefix, int prefixAt) {
  Occurrences {
    starts = List.copyOf(starts);
  }

  /// The words must not be empty.
  static Occurrences of(String words, String text) {
    var borders = borders(words);
    var starts = new ArrayList<Integer>();
    var longest = 0;
    var longestAt = 0;
    var matched = 0;
    for (int i = 0; i < text.length(); i++) {
      while (matched > 0
          && (matched == words.length() || words.charAt(matched) != text.charAt(i))) {
        matched = borders[matched - 1];
      }
      if (words.charAt(matched) == text.charAt(i)) {
        matched++;
      }
      if (matched > longest) {
        longest = matched;
        longestAt = i + 1 - matched;
      }
      if (matched == words.length()) {
        starts.add(i + 1 - matched);
      }
    }
    return new Occurrences(starts, longest, longestAt);
  }

  /// For each prefix, the length of its longest proper border.
  private static int[] borders(String words) {
    var borders = new int[words.length()];
    for (int i = 1, matched = 0; i < words.length(); i++) {
      while (matched > 0 && words.charAt(matched) != words.charAt(i)) {
        matched = borders[matched - 1];
      }
      if (words.charAt(matched) == words.charAt(i)) {
        matched++;
      }
      borders[i] = matched;
    }
    return borders;
  }
}
