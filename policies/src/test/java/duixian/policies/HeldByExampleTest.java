package duixian.policies;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.PolicyCompiler;
import duixian.policy.PolicyFolder;
import duixian.policy.cases.CaseRunner;
import duixian.policy.model.Literal;
import duixian.policy.model.Policy;
import duixian.policy.source.SourceText;
import duixian.policy.syntax.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A worked example that no wrong number can fail proves nothing: each number of the law is made
/// one larger, and some example has to notice.
class HeldByExampleTest {
  private static final Pattern DIGITS = Pattern.compile("\\d+(?!.*[：:])");
  private static final String BLOCK = "```规则";

  /// The ceiling of 七 waits for its formula.
  private static final String WAITING = "七.CIO培训奖励.上限";

  @Test
  void noNumberOfTheDraftCanChangeUnnoticed() throws IOException {
    var text = Files.readString(Shelf.ZHONGSHAN.resolve("zhongshan-2021.md"));
    var policy = requireNonNull(PolicyFolder.compile(Shelf.ZHONGSHAN).policy());

    var numbers = policy.literals().stream().filter(HeldByExampleTest::decidesMoney).toList();

    assertThat(numbers).hasSizeGreaterThan(40);
    assertThat(numbers.stream().filter(number -> !isNoticed(text, number)))
        .extracting(Literal::id)
        .containsExactly(WAITING);
  }

  private static boolean decidesMoney(Literal number) {
    return number.quote() != null && !number.id().startsWith("一（");
  }

  private static boolean isNoticed(String text, Literal number) {
    var wrong = PolicyCompiler.compile(new SourceText("wrong.md", enlarged(text, number)), null);
    var policy = requireNonNull(wrong.policy(), number::id);
    return nearestFirst(wrong.examples(), number).stream()
        .anyMatch(example -> fails(policy, example));
  }

  private static boolean fails(Policy policy, Statement example) {
    return CaseRunner.run(policy, List.of(example), new ArrayList<>()) == 0;
  }

  /// The text with one number made one larger, and the new number quoted above its block.
  private static String enlarged(String text, Literal number) {
    var span = number.span();
    var digits = DIGITS.matcher(span.text());
    assertThat(digits.find()).as(number.id()).isTrue();
    var larger = digits.replaceFirst(Long.toString(Long.parseLong(digits.group()) + 1));
    var block = text.lastIndexOf(BLOCK, span.from());
    return text.substring(0, block)
        + "> "
        + larger
        + "\n\n"
        + text.substring(block, span.from())
        + larger
        + text.substring(span.to());
  }

  private static List<Statement> nearestFirst(List<Statement> examples, Literal number) {
    return examples.stream()
        .sorted(Comparator.comparingInt(e -> Math.abs(e.head().from() - number.span().from())))
        .toList();
  }
}
