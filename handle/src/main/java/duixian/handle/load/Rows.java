package duixian.handle.load;

import java.util.function.Consumer;

/// How a stretch of the file becomes rows.
interface Rows {

  /// Whether a line end within double quotes belongs to the record.
  boolean quotes();

  /// The number of bytes before the first record.
  int start();

  void each(Stretch stretch, Consumer<Row> visitor);
}
