package duixian.policy.facts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Texts and their codes, 0 until size in the order of arrival. A known text is found without
/// making a String of it.
final class Dictionary {
  private static final int ABSENT = -1;

  private @Nullable String[] texts = new @Nullable String[16];
  private int[] hashes = new int[16];
  private int[] slots = filled(32);
  private int size;

  int size() {
    return size;
  }

  String text(int code) {
    var text = texts[code];
    if (text == null) {
      throw new IndexOutOfBoundsException("code must be below " + size + ", was " + code);
    }
    return text;
  }

  /// The text's code, or -1.
  int find(CharSequence text) {
    return slots[slot(text, hash(text))];
  }

  /// The text's code; a text that is new gets the next one.
  int add(CharSequence text) {
    var hash = hash(text);
    var slot = slot(text, hash);
    if (slots[slot] != ABSENT) {
      return slots[slot];
    }
    if (size == texts.length) {
      grow();
      slot = slot(text, hash);
    }
    texts[size] = text.toString();
    hashes[size] = hash;
    slots[slot] = size;
    return size++;
  }

  String[] texts() {
    var all = new String[size];
    for (int i = 0; i < size; i++) {
      all[i] = text(i);
    }
    return all;
  }

  private void grow() {
    texts = Arrays.copyOf(texts, size * 2);
    hashes = Arrays.copyOf(hashes, size * 2);
    slots = filled(size * 4);
    for (int code = 0; code < size; code++) {
      var slot = start(hashes[code]);
      while (slots[slot] != ABSENT) {
        slot = next(slot);
      }
      slots[slot] = code;
    }
  }

  private int slot(CharSequence text, int hash) {
    var slot = start(hash);
    while (slots[slot] != ABSENT && !holds(slots[slot], text, hash)) {
      slot = next(slot);
    }
    return slot;
  }

  private boolean holds(int code, CharSequence text, int hash) {
    return hashes[code] == hash && Texts.same(text(code), text);
  }

  private int start(int hash) {
    return (hash ^ hash >>> 16) & slots.length - 1;
  }

  private int next(int slot) {
    return slot + 1 & slots.length - 1;
  }

  /// Numbered names differ in their last characters only; the multiplication spreads them over the
  /// slots, so that no row of them makes a long chain.
  private static int hash(CharSequence text) {
    var hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash * 0x9E3779B9;
  }

  private static int[] filled(int size) {
    var slots = new int[size];
    Arrays.fill(slots, ABSENT);
    return slots;
  }
}
