package duixian.policy.facts.text;

import java.util.Arrays;

/// Texts and their codes, 0 until size in the order of arrival. A known text is found without
/// making a String of it.
///
/// A text beyond every one before it is new, and is not looked for: files are mostly sorted by
/// their key. Only when another one comes are texts put into the table, which is open addressing; a
/// slot holds hash and code in one long, so that a look-up among millions costs one miss of the
/// cache and not two.
public final class Dictionary {
  private static final int ABSENT = -1;
  private static final long EMPTY = -1;
  private static final int GROWTH = 4;

  private final TextPool texts = new TextPool();
  private long[] slots = empty(32);
  private int indexed;
  private int greatest;

  public int size() {
    return texts.size();
  }

  public String text(int code) {
    return texts.text(code);
  }

  /// Not to be added to any more.
  public TextPool texts() {
    return texts;
  }

  /// The text's code, or -1.
  public int find(CharSequence text) {
    index();
    var entry = slots[slot(text, TextPool.hash(text))];
    return entry == EMPTY ? ABSENT : (int) entry;
  }

  /// The text's code; a text that is new gets the next one.
  public int add(CharSequence text) {
    var next = texts.size();
    if (next == 0 || texts.isBelow(greatest, text)) {
      greatest = next;
      texts.add(text);
      return next;
    }
    var known = find(text);
    if (known == ABSENT) {
      texts.add(text);
    }
    return known == ABSENT ? next : known;
  }

  /// Puts into the table what is not there yet.
  private void index() {
    for (; indexed < texts.size(); indexed++) {
      if (indexed == slots.length / 2) {
        grow();
      }
      put((long) texts.hash(indexed) << Integer.SIZE | indexed);
    }
  }

  private void grow() {
    var old = slots;
    slots = empty(old.length * GROWTH);
    for (var entry : old) {
      if (entry != EMPTY) {
        put(entry);
      }
    }
  }

  private void put(long entry) {
    var slot = start(hash(entry));
    while (slots[slot] != EMPTY) {
      slot = next(slot);
    }
    slots[slot] = entry;
  }

  private int slot(CharSequence text, int hash) {
    var slot = start(hash);
    while (slots[slot] != EMPTY && !holds(slots[slot], text, hash)) {
      slot = next(slot);
    }
    return slot;
  }

  private boolean holds(long entry, CharSequence text, int hash) {
    return hash(entry) == hash && texts.holds((int) entry, text);
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

  private static long[] empty(int size) {
    var slots = new long[size];
    Arrays.fill(slots, EMPTY);
    return slots;
  }
}
