package duixian.service.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// The server that is in use, its tables up to date. URLs carry their credentials and are for no
/// log.
public sealed interface Database extends AutoCloseable {
  /// For the application.
  String url();

  /// For migrations.
  String ownerUrl();

  @Override
  void close();

  /// Started by us and stopped by us.
  record Embedded(EmbeddedServer server) implements Database {
    /// `binaries` is where the server's own programs are unpacked once.
    static Embedded start(DataFolder folder, Path binaries) throws IOException, SQLException {
      var server = EmbeddedServer.start(folder, binaries);
      try {
        var database = new Embedded(server);
        Migrations.run(database.ownerUrl());
        return database;
      } catch (Unusable e) {
        server.close();
        throw e;
      }
    }

    @Override
    public String url() {
      return server.url("duixian_app");
    }

    @Override
    public String ownerUrl() {
      return server.url("postgres");
    }

    @Override
    public void close() {
      server.close();
    }
  }

  /// Somebody else's.
  record External(String url, String ownerUrl) implements Database {
    static External of(String url, String ownerUrl) {
      ExternalServer.check(ownerUrl);
      ExternalServer.check(url);
      Migrations.run(ownerUrl);
      ExternalServer.admit(url, ownerUrl);
      return new External(url, ownerUrl);
    }

    @Override
    public void close() {
      // It is not ours to stop.
    }
  }
}
