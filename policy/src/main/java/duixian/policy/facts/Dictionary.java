package duixian.policy.facts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Texts and their codes, 0 until size in the order of arrival. A known text is found without
/// making a String of it.
///
/// Open addressing; a slot holds hash and code in one long, so that a look-up among millions costs
/// one miss of the cache and not two.
final class Dictionary {
  private static final int ABSENT = -1;
  private static final long EMPTY = -1;
  private static final int GROWTH = 4;

  private @Nullable String[] texts = new @Nullable String[16];
  private long[] slots = empty(32);
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
    var entry = slots[slot(text, hash(text))];
    return entry == EMPTY ? ABSENT : (int) entry;
  }

  /// The text's code; a text that is new gets the next one.
  int add(CharSequence text) {
    var hash = hash(text);
    var slot = slot(text, hash);
    if (slots[slot] != EMPTY) {
      return (int) slots[slot];
    }
    if (size == texts.length) {
      grow();
      slot = slot(text, hash);
    }
    texts[size] = text.toString();
    slots[slot] = (long) hash << Integer.SIZE | size;
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
    texts = Arrays.copyOf(texts, size * GROWTH);
    var old = slots;
    slots = empty(old.length * GROWTH);
    for (var entry : old) {
      if (entry != EMPTY) {
        var slot = start(hash(entry));
        while (slots[slot] != EMPTY) {
          slot = next(slot);
        }
        slots[slot] = entry;
      }
    }
  }

  private int slot(CharSequence text, int hash) {
    var slot = start(hash);
    while (slots[slot] != EMPTY && !holds(slots[slot], text, hash)) {
      slot = next(slot);
    }
    return slot;
  }

  private boolean holds(long entry, CharSequence text, int hash) {
    return hash(entry) == hash && Texts.same(text((int) entry), text);
  }

  private static int hash(long entry) {
    return (int) (entry >>> Integer.SIZE);
  }

  private int start(int hash) {
    return (hash ^ hash >>> 16) & slots.length - 1;
  }

  private int next(int slot) {
    return slot + 1 & slots.length - 1;
  }

  /// The multiplication carries the last characters, in which numbered names differ, up into the
  /// bits that [#start] folds down.
  private static int hash(CharSequence text) {
    var hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash * 0x9E3779B9;
  }

  private static long[] empty(int size) {
    var slots = new long[size];
    Arrays.fill(slots, EMPTY);
    return slots;
  }
}
