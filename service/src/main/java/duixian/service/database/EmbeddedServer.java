package duixian.service.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// PostgreSQL 18 as a child process on the loopback address, its files under the data folder.
///
/// Every commit is on disk before it is answered (`fsync`). After the JVM was killed the old server
/// may live on: it is asked to stop before a new one starts on its files.
final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  /// Stands only when the first start was over: nothing was answered before.
  private static final String LOCKED = "host all all 127.0.0.1/32 scram-sha-256\n";

  private static final String VERSION = "18";
  private static final int PASSWORD_BYTES = 24;
  private static final Duration STARTUP = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final FolderLock lock;
  private final EmbeddedPostgres server;
  private final String password;

  private EmbeddedServer(FolderLock lock, EmbeddedPostgres server, String password) {
    this.lock = lock;
    this.server = server;
    this.password = password;
  }

  /// `binaries` is where the server's own programs are unpacked once.
  static EmbeddedServer start(DataFolder folder, Path binaries) throws IOException, SQLException {
    var files = folder.database();
    var lock = FolderLock.take(folder.path());
    checkVersion(files);
    Leftover.stop(files, STOP);
    if (Files.exists(files) && !isLocked(files)) {
      LOG.info("上次初始化数据库时被打断，重新初始化");
      FileSystemUtils.deleteRecursively(files);
    }
    Files.createDirectories(binaries);
    if (!Files.exists(files)) {
      // The server refuses a folder that others may read.
      Files.createDirectories(
          files,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    var password = HexFormat.of().formatHex(folder.secret("db.key", PASSWORD_BYTES));
    var server =
        EmbeddedPostgres.builder()
            .setDataDirectory(files)
            .setOverrideWorkingDirectory(binaries.toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(STARTUP)
            .setLocaleConfig("locale-provider", "icu")
            .setLocaleConfig("icu-locale", "zh-Hans-CN")
            .setLocaleConfig("locale", "C.UTF-8")
            // An option of initdb like those above: a new cluster goes to disk in one call
            // instead of a thousand, a second sooner.
            .setLocaleConfig("sync-method", "syncfs")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("max_connections", "120")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("timezone", "Asia/Shanghai")
            .setConnectConfig("password", password)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .start();
    var started = new EmbeddedServer(lock, server, password);
    started.lock(files);
    return started;
  }

  String url(String user) {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s&password=%s"
        .formatted(server.getPort(), user, password);
  }

  @Override
  public void close() {
    try (lock) {
      server.close();
    } catch (IOException e) {
      LOG.warn("数据库没有按时停下，下次启动时恢复", e);
    }
  }

  private static void checkVersion(Path files) throws IOException {
    var file = files.resolve("PG_VERSION");
    if (Files.exists(file) && !Files.readString(file).strip().equals(VERSION)) {
      throw new Unusable(
          "%s 是 PostgreSQL %s 的数据，这里用的是 %s；请先用 pg_upgrade 升级"
              .formatted(files, Files.readString(file).strip(), VERSION));
    }
  }

  private static boolean isLocked(Path files) throws IOException {
    return Files.exists(rules(files)) && Files.readString(rules(files)).equals(LOCKED);
  }

  private static Path rules(Path files) {
    return files.resolve("pg_hba.conf");
  }

  /// From the first start on nobody on this machine connects without the password.
  private void lock(Path files) throws IOException, SQLException {
    if (isLocked(files)) {
      return;
    }
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
      statement.execute("CREATE ROLE duixian_app LOGIN PASSWORD '" + password + "'");
      Files.writeString(
          rules(files), LOCKED, StandardOpenOption.SYNC, StandardOpenOption.TRUNCATE_EXISTING);
      statement.execute("SELECT pg_reload_conf()");
    }
  }
}
