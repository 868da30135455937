package duixian.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.PropertyResolver;

/// Starts and migrates our own database while Spring still puts the application together: a second
/// or two that the first page comes sooner. Named in `META-INF/spring.factories`.
final class ServerAhead implements ApplicationListener<SpringApplicationEvent> {
  private @Nullable DataFolder folder;
  private @Nullable CompletableFuture<Database.Embedded> server;
  private boolean taken;

  @Override
  public void onApplicationEvent(SpringApplicationEvent event) {
    switch (event) {
      case ApplicationEnvironmentPreparedEvent prepared -> begin(prepared.getEnvironment());
      case ApplicationContextInitializedEvent initialized ->
          initialized
              .getApplicationContext()
              .getBeanFactory()
              .registerSingleton("serverAhead", this);
      case ApplicationFailedEvent _ -> abandon();
      default -> {}
    }
  }

  /// The folder of the data; null when the server was not begun ahead.
  synchronized @Nullable DataFolder folder() {
    return folder;
  }

  /// The server, as soon as it answers; null when it was not begun ahead. What kept it from
  /// starting is thrown here.
  synchronized Database.@Nullable Embedded take() {
    if (server == null) {
      return null;
    }
    taken = true;
    return server.join();
  }

  private synchronized void begin(PropertyResolver properties) {
    var data = properties.getProperty("duixian.data");
    if (data != null && properties.getProperty("duixian.db.url", "").isEmpty()) {
      var begun = folder(data);
      var binaries = Path.of(properties.getRequiredProperty("duixian.binaries"));
      folder = begun;
      server = CompletableFuture.supplyAsync(() -> start(begun, binaries));
    }
  }

  /// The application will not start: a server that nobody took is nobody else's to stop.
  private synchronized void abandon() {
    if (server == null || taken) {
      return;
    }
    taken = true;
    try {
      server.join().close();
    } catch (CompletionException _) {
      // It did not start either, and the application's failure is what the user reads.
    }
  }

  static DataFolder folder(String data) {
    return new DataFolder(Path.of(data).toAbsolutePath().normalize());
  }

  private static Database.Embedded start(DataFolder folder, Path binaries) {
    try {
      return Database.Embedded.start(folder, binaries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the new database server did not take its password", e);
    }
  }
}
