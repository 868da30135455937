package duixian.handle.load;

import duixian.handle.value.HandleValue;
import java.util.List;

/// A record of the file: an identifier as it is written and its values, or what is wrong with it.
sealed interface Row {
  long line();

  record Read(long line, String written, List<HandleValue> values) implements Row {}

  record Unreadable(long line, String sentence) implements Row {}
}
