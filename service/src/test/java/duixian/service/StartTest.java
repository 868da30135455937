package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StartTest {
  @Test
  void aPortInUseIsOneSentence() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());

      assertThat(sentence(options("serve", "--port", port)))
          .isEqualTo("端口 " + port + " 已被占用；请先停下占用它的程序，或用 --port 换一个");
    }
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsOneSentence() throws Exception {
    var file = Files.createTempFile("duixian", ".file");

    assertThat(sentence(options("serve", "--port", "0", "--data", file + "/data")))
        .isEqualTo("数据文件夹 " + file + "/data 不能写；请改正它的权限，或用 --data 换一个文件夹");
  }

  @Test
  void aDataFolderInUseIsOneSentence() {
    var city = City.city();
    var folder = Objects.requireNonNull(city.context.getEnvironment().getProperty("duixian.data"));

    assertThat(sentence(options("serve", "--port", "0", "--data", folder)))
        .isEqualTo("数据文件夹 " + folder + " 正由本程序使用");
  }

  @Test
  void theDataOfAnotherPostgresIsOneSentence() throws Exception {
    var folder = Services.folder();
    var files = Files.createDirectories(folder.resolve("db"));
    Files.writeString(files.resolve("PG_VERSION"), "17\n");

    assertThat(sentence(options("serve", "--port", "0", "--data", folder.toString())))
        .isEqualTo(files + " 是 PostgreSQL 17 的数据，这里用的是 18；请先用 pg_upgrade 升级");
    assertThat(Files.readString(files.resolve("PG_VERSION"))).isEqualTo("17\n");
  }

  @Test
  void anotherKindOfDatabaseIsOneSentence() {
    var options = options("serve", "--port", "0", "--data", Services.folder().toString());
    options.put("duixian.db.url", "jdbc:mysql://bureau:geheim@there/db");

    assertThat(sentence(options))
        .isEqualTo(
            "数据库地址 jdbc:mysql://there/db 不对；应写成 jdbc:postgresql://主机:端口/库名?user=…&password=…");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword() {
    var options = options("serve", "--port", "0", "--data", Services.folder().toString());
    options.put("duixian.db.url", "jdbc:postgresql://127.0.0.1:1/db?user=a&password=geheim");

    assertThat(sentence(options))
        .startsWith("数据库 jdbc:postgresql://127.0.0.1:1/db 连不上")
        .doesNotContain("geheim");
  }

  @Test
  void wrongOptionsAreNotGuessedAt() {
    assertThat(Start.properties()).isNull();
    assertThat(Start.properties("run")).isNull();
    assertThat(Start.properties("serve", "--port")).isNull();
    assertThat(Start.properties("serve", "--port", "70000")).isNull();
    assertThat(Start.properties("demo", "--colour", "red")).isNull();
  }

  private static Map<String, Object> options(String... arguments) {
    return Objects.requireNonNull(Start.properties(arguments));
  }

  private static String sentence(Map<String, Object> options) {
    var refusal = catchThrowable(() -> Start.start(options).close());
    return String.valueOf(Start.sentence(refusal, options));
  }
}
