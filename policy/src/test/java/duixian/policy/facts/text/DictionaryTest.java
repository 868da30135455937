package duixian.policy.facts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.5, 1})
  void givesEachTextOneCodeHoweverTheyAreOrdered(double disorder) {
    var random = new Random(7);
    var expected = new HashMap<String, Integer>();
    var dictionary = new Dictionary();
    for (int i = 0; i < 20_000; i++) {
      var text = "企" + (random.nextDouble() < disorder ? random.nextInt(20_000) : i);
      var code = expected.computeIfAbsent(text, _ -> expected.size());

      assertThat(dictionary.add(CharBuffer.wrap(text))).isEqualTo(code);
    }
    assertThat(dictionary.size()).isEqualTo(expected.size());
    for (Map.Entry<String, Integer> known : expected.entrySet()) {
      assertThat(dictionary.find(known.getKey())).isEqualTo(known.getValue());
      assertThat(dictionary.text(known.getValue())).isEqualTo(known.getKey());
    }
    assertThat(dictionary.find("企")).isEqualTo(-1);
  }

  @Test
  void theLastTextAgainIsNoNewOne() {
    var dictionary = new Dictionary();

    assertThat(dictionary.add("X9")).isZero();
    assertThat(dictionary.add("X9")).isZero();
    assertThat(dictionary.add("X10")).isEqualTo(1);
    assertThat(dictionary.add("X9")).isZero();
    assertThat(dictionary.size()).isEqualTo(2);
  }
}
