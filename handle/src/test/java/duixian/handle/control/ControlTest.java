package duixian.handle.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
  @TempDir Path directory;

  @Test
  void aCommandRunsInTheNodeThatHoldsTheDirectory() throws IOException {
    Control.Handler echo =
        (words, out) -> {
          words.forEach(out::println);
          return 3;
        };
    var lines = new ArrayList<String>();
    try (var _ = Control.open(directory, echo)) {
      var exit = Control.call(directory, List.of("证据", "", "b"), lines::add);
      assertThat(exit).hasValue(3);
    }
    assertThat(lines).containsExactly("证据", "", "b");
  }

  @Test
  void withoutANodeNobodyAnswers() throws IOException {
    assertThat(Control.call(directory, List.of("a"), _ -> {})).isEmpty();
    Files.writeString(directory.resolve("control"), "left by a node that was killed");
    assertThat(Control.call(directory, List.of("a"), _ -> {})).isEmpty();
  }
}
