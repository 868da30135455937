package duixian.service.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the tables up to date.
final class Migrations {
  private Migrations() {}

  /// Throws [Unusable] when one of them fails.
  static void run(String owner) {
    try {
      Flyway.configure()
          .dataSource(owner, null, null)
          .locations("classpath:db/migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new Unusable("数据库的表没有升级成功：" + ExternalServer.firstLine(e), e);
    }
  }
}
