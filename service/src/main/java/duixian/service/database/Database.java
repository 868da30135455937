package duixian.service.database;

/// The server that is in use. URLs carry their credentials and are for no log.
public sealed interface Database extends AutoCloseable {
  /// For the application.
  String url();

  /// For migrations.
  String ownerUrl();

  @Override
  void close();

  /// Started by us and stopped by us.
  record Embedded(EmbeddedServer server) implements Database {
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
    @Override
    public void close() {
      // It is not ours to stop.
    }
  }
}
