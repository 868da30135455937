package duixian.policy.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duixian.policy.PolicyFolder;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFolderTest {
  private static final String POLICY =
      """
      > 一、自2021年起施行。

      ```规则
      政策 甲政策
        施行：2021年1月1日
        届满：2025年12月31日
        金额：到分
        舍入：舍去
      ```
      """;

  @TempDir Path folder;

  @Test
  void theReadmeIsNoPolicyAndTheOnlyTextIsTheOfficialOne() throws IOException {
    write("README.md", "说明");
    write("政策.md", POLICY);
    write("原文.txt", "一、自2021年起施行。");

    var compiled = PolicyFolder.compile(folder);

    assertThat(compiled.diagnostics()).isEmpty();
    assertThat(compiled.policy()).isNotNull();
  }

  @Test
  void withoutTheOfficialTextAWarningSaysSo() throws IOException {
    write("政策.md", POLICY);

    assertThat(PolicyFolder.compile(folder).diagnostics())
        .extracting(one -> one.severity().word() + one.message())
        .containsExactly("警告没有官方文本，引文没有核对");
  }

  @Test
  void anEmptyFileLacksItsPolicyStatement() throws IOException {
    write("政策.md", "");
    write("official.txt", "");

    assertThat(PolicyFolder.compile(folder).diagnostics())
        .extracting(one -> one.message())
        .containsExactly("没有 政策 语句");
  }

  @Test
  void aTextInAnotherEncodingIsRefusedInOneSentence() throws IOException {
    Files.write(folder.resolve("政策.md"), POLICY.getBytes(Charset.forName("GB18030")));

    refused("不是 UTF-8 编码，请另存为 UTF-8");
  }

  @Test
  void twoPoliciesInOneFolderAreRefused() throws IOException {
    write("甲.md", POLICY);
    write("乙.md", POLICY);

    refused("恰好有一个政策文件");
  }

  @Test
  void aPathThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> PolicyFolder.compile(folder.resolve("没有")))
        .isInstanceOf(PolicyFolder.UnreadablePolicy.class)
        .hasMessageContaining("没有 ");
  }

  @Test
  void aFileOfMoreThanSixteenMebibytesIsRefused() throws IOException {
    Files.write(folder.resolve("政策.md"), new byte[(16 << 20) + 1]);

    refused("超过 16 MiB");
  }

  private void refused(String sentence) {
    assertThatThrownBy(() -> PolicyFolder.compile(folder))
        .isInstanceOf(PolicyFolder.UnreadablePolicy.class)
        .hasMessageContaining(sentence);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}
