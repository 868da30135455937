package duixian.handle.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a written identifier turned out to be.
public sealed interface Reading {

  /// Takes a written identifier apart by the first system whose beginning it has.
  static Reading of(String written) {
    var text = written.strip();
    if (Vaa.begins(text)) {
      return Vaa.read(text);
    }
    if (Gs1.begins(text)) {
      return Gs1.read(text);
    }
    if (Ecode.begins(text)) {
      return Ecode.read(text);
    }
    if (Oid.begins(text)) {
      return Oid.read(text);
    }
    return Slashed.handle(text);
  }

  /// A sound identifier: its canonical form, and its parts under their names in order.
  record Sound(Format format, String canonical, Map<String, String> parts) implements Reading {
    public Sound {
      parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
  }

  /// What is wrong with it and how to mend it, in one Chinese sentence.
  record Unsound(Format format, String sentence) implements Reading {}
}
