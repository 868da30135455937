package duixian.service.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/// Asks somebody else's server, before anything is built on it, whether it will do. Sentences name
/// the address and never the credentials.
final class ExternalServer {
  private static final String DRIVER = "jdbc:postgresql:";
  private static final int OLDEST = 18;
  private static final int PER_MAJOR = 10_000;
  private static final int PATIENCE_SECONDS = 10;
  private static final Pattern CREDENTIALS = Pattern.compile("[?].*|(?<=//)[^/@]*@");

  private ExternalServer() {}

  /// Throws [Unusable] when it does not answer or is too old.
  static void check(String url) {
    var shown = CREDENTIALS.matcher(url).replaceAll("");
    if (!url.startsWith(DRIVER)) {
      throw new Unusable("数据库地址 " + shown + " 不对；应写成 jdbc:postgresql://主机:端口/库名?user=…&password=…");
    }
    try (var connection = connect(url)) {
      var version = version(connection);
      if (version / PER_MAJOR < OLDEST) {
        throw new Unusable(
            "数据库 %s 是 PostgreSQL %d，需要 %d 或更新的版本".formatted(shown, version / PER_MAJOR, OLDEST));
      }
    } catch (SQLException e) {
      throw new Unusable("数据库 " + shown + " 连不上：" + firstLine(e) + "；请核对地址、用户和密码", e);
    }
  }

  /// Lets the login of the application take the role to which the migrations gave its rights.
  static void admit(String url, String owner) {
    try (var application = connect(url);
        var connection = connect(owner);
        var has = connection.prepareStatement("SELECT pg_has_role(?, 'duixian_app', 'SET')");
        var statement = connection.createStatement()) {
      var login = application.getMetaData().getUserName();
      has.setString(1, login);
      try (var answer = has.executeQuery()) {
        if (answer.next() && !answer.getBoolean(1)) {
          statement.execute("GRANT duixian_app TO " + statement.enquoteIdentifier(login, true));
        }
      }
    } catch (SQLException e) {
      throw new Unusable("应用的数据库用户不能使用角色 duixian_app：" + firstLine(e), e);
    }
  }

  static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static Connection connect(String url) throws SQLException {
    DriverManager.setLoginTimeout(PATIENCE_SECONDS);
    return DriverManager.getConnection(url);
  }

  private static int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery("SHOW server_version_num")) {
      answer.next();
      return answer.getInt(1);
    }
  }
}
