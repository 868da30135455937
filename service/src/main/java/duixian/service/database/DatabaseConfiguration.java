package duixian.service.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the data lies: `duixian.data` is a folder; with `duixian.db.url` the database is elsewhere
/// and `duixian.db.owner-url` (default: the same) is who migrates.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int POOL = 40;

  @Bean
  DataFolder dataFolder(ObjectProvider<ServerAhead> ahead, @Value("${duixian.data}") String path) {
    var begun = ahead.getIfAvailable();
    var folder = begun == null ? null : begun.folder();
    return folder == null ? ServerAhead.folder(path) : folder;
  }

  @Bean
  Database database(
      DataFolder folder,
      ObjectProvider<ServerAhead> ahead,
      @Value("${duixian.binaries}") String binaries,
      @Value("${duixian.db.url:}") String url,
      @Value("${duixian.db.owner-url:${duixian.db.url:}}") String owner)
      throws IOException, SQLException {
    if (!url.isEmpty()) {
      return Database.External.of(url, owner);
    }
    var begun = ahead.getIfAvailable();
    var embedded = begun == null ? null : begun.take();
    return embedded == null ? Database.Embedded.start(folder, Path.of(binaries)) : embedded;
  }

  @Bean
  HikariDataSource dataSource(Database database) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setMaximumPoolSize(POOL);
    pool.setMinimumIdle(2);
    pool.setPoolName("duixian");
    // With an external server the login may be anybody; its rights are those of the application.
    pool.setConnectionInitSql("SET ROLE duixian_app");
    return pool;
  }
}
