package duixian.cli.report;

import duixian.policy.value.Money;
import org.jspecify.annotations.Nullable;

/// Writes JSON by hand so that keys keep their order, amounts their two decimals and a row its
/// line.
final class JsonLine {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder();
  private boolean isFirst = true;

  JsonLine open(char bracket) {
    separate();
    text.append(bracket);
    isFirst = true;
    return this;
  }

  JsonLine close(char bracket) {
    text.append(bracket);
    isFirst = false;
    return this;
  }

  JsonLine key(String name) {
    separate();
    quote(name);
    text.append(": ");
    isFirst = true;
    return this;
  }

  JsonLine text(@Nullable String value) {
    separate();
    if (value == null) {
      text.append("null");
    } else {
      quote(value);
    }
    return this;
  }

  /// A number in the form in which it is to stand.
  JsonLine number(String value) {
    separate();
    text.append(value);
    return this;
  }

  JsonLine number(long value) {
    separate();
    text.append(value);
    return this;
  }

  JsonLine money(@Nullable Money value) {
    separate();
    if (value == null) {
      text.append("null");
    } else {
      decimal(text, value.fen());
    }
    return this;
  }

  /// The comma due, if any, then white space: the next value begins a line.
  JsonLine separated(String space) {
    text.append(isFirst ? space : "," + space);
    isFirst = true;
    return this;
  }

  JsonLine raw(String value) {
    text.append(value);
    return this;
  }

  /// What was written since the last call.
  String take() {
    var taken = text.toString();
    text.setLength(0);
    return taken;
  }

  /// Yuan with two decimals, without the detour over BigDecimal.
  static void decimal(StringBuilder text, long fen) {
    if (fen < 0) {
      text.append('-');
    }
    var rest = Math.abs(fen % 100);
    text.append(Math.abs(fen / 100)).append('.').append(rest < 10 ? "0" : "").append(rest);
  }

  private void separate() {
    if (!isFirst) {
      text.append(", ");
    }
    isFirst = false;
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c == '\n') {
        text.append("\\n");
      } else if (c < ' ' || c == '\u2028' || c == '\u2029') {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          text.append(HEX.charAt(c >> shift & 15));
        }
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
