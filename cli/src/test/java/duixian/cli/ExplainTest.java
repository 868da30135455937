package duixian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  @TempDir Path folder;
  private Path facts;

  @BeforeEach
  void setUp() throws IOException {
    facts = new Desk(folder).facts();
  }

  @Test
  void aPlatformIsExplainedInFullAndItsChildrenAreListed() {
    var seen = Desk.run("explain", Desk.POLICY, facts, "P1", "--as-of", "2025-12-31");

    assertThat(seen.exit()).isZero();
    assertThat(seen.out())
        .contains("平台 P1 · 落户奖励（二）· 2025年：可兑现 最高 1,899,999.99元")
        .contains("│  └─ 已落户：是  〔平台 P1 的 已落户，事实.json 平台 第1条〕")
        .contains("20%：20%  〔二.落户奖励.额度 “二、对落户的平台，按实缴资本的20%给予一次性奖励，最高200万元”〕")
        .contains("├─ 年度总额：1,899,999.99元  〔次序在前的已用 600,000.01元，削减 100,000.01元〕")
        .contains("属于 P1 的")
        .contains("项目 X1 · 项目奖励（三）· 2025年：可兑现 最高 600,000.01元");
  }

  @Test
  void anUnknownObjectComesWithTheNearest() {
    var seen = Desk.run("explain", Desk.POLICY, facts, "X11");

    assertThat(seen.exit()).isEqualTo(1);
    assertThat(seen.err()).contains("事实里没有标识“X11”；是不是“X1”");
  }

  @Test
  void aPageForPrintEscapesWhatFactsSay() throws IOException {
    var wild =
        new Desk(folder)
            .file("野.json", "{\"平台\": [{\"标识\": \"<b>\", \"已落户\": true, \"实缴资本\": 100}]}");
    var html = folder.resolve("依据.html");
    var seen = Desk.run("explain", Desk.POLICY, wild, "<b>", "--html", html);

    assertThat(seen.exit()).isZero();
    assertThat(html)
        .content()
        .startsWith("<!doctype html>")
        .contains("&lt;b&gt;")
        .doesNotContain("<b>");
  }
}
