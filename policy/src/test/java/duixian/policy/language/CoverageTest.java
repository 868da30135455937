package duixian.policy.language;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.Compiled;
import duixian.policy.PolicyCompiler;
import duixian.policy.law.Coverage;
import duixian.policy.source.SourceText;
import duixian.policy.source.Span;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final String LAW = "一、对企业给予奖励，最高200万元。二、加强宣传；按20%补助。\n三、本措施自印发之日起施行。";

  @Test
  void aSentenceThatNoQuoteHoldsWholeIsUncovered() {
    var coverage = coverage("> 一、对企业给予奖励，最高200万元。\n\n> 二、加强宣传\n");

    assertThat(coverage.sentences()).isEqualTo(4);
    assertThat(coverage.uncovered())
        .extracting(Span::text)
        .containsExactly("按20%补助", "三、本措施自印发之日起施行");
  }

  @Test
  void anUncoveredSentenceThatNamesMoneyOrAPercentageStandsFirst() {
    assertThat(coverage("> 三、本措施自印发之日起施行。").paying())
        .extracting(Span::text)
        .containsExactly("一、对企业给予奖励，最高200万元", "按20%补助");
  }

  @Test
  void halfASentenceDoesNotCoverIt() {
    assertThat(coverage("> 一、对企业给予奖励\n").uncovered())
        .extracting(Span::text)
        .contains("一、对企业给予奖励，最高200万元");
  }

  @Test
  void whiteSpaceAndLineEndsDoNotCount() {
    assertThat(coverage("> 一、 对企业\n> 给予奖励，\u3000最高 200 万元。\n").paying())
        .extracting(Span::text)
        .containsExactly("按20%补助");
  }

  @Test
  void theSameSentenceMayBeQuotedTwice() {
    assertThat(compiled("> 二、加强宣传；\n\n文字。\n\n> 二、加强宣传；\n").diagnostics())
        .noneMatch(one -> one.message().contains("引文"));
  }

  private static Coverage coverage(String text) {
    return Objects.requireNonNull(compiled(text).coverage());
  }

  private static Compiled compiled(String text) {
    return PolicyCompiler.compile(new SourceText("a.md", text), new SourceText("law.txt", LAW));
  }
}
