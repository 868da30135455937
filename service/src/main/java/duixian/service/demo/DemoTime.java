package duixian.service.demo;

import duixian.service.database.DataFolder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;

/// Where the sample city's clock stood when its past was done: kept beside its data.
final class DemoTime {
  private static final String FILE = "demo.clock";

  private DemoTime() {}

  static boolean isTold(DataFolder folder) {
    return Files.exists(folder.path().resolve(FILE));
  }

  static DemoClock clock(DataFolder folder, Clock real) {
    if (!isTold(folder)) {
      return DemoClock.startingAt(real, Story.BEGIN);
    }
    return new DemoClock(
        real, Duration.ofMillis(ByteBuffer.wrap(folder.kept(FILE, new byte[0])).getLong()));
  }

  static void told(DataFolder folder, DemoClock clock) {
    var ahead = clock.ahead().toMillis();
    folder.kept(FILE, ByteBuffer.allocate(Long.BYTES).putLong(ahead).array());
  }
}
