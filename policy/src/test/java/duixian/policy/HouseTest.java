package duixian.policy;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// The shape that every module keeps; this one is built first, so it speaks for all of them.
class HouseTest {
  private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NAMES_THAT_SAY_NOTHING =
      Set.of("util", "utils", "common", "helper", "helpers", "manager", "impl");

  @Test
  void noFileIsLongerThanFiveHundredLines() throws IOException {
    assertThat(sources("main", "test"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(Files.readAllLines(file).size()).isLessThan(501));
  }

  @Test
  void noPackageHoldsMoreThanFifteenFiles() throws IOException {
    var sizes = sources("main").stream().collect(groupingBy(Path::getParent, counting()));

    assertThat(sizes)
        .isNotEmpty()
        .allSatisfy((_, files) -> assertThat(files).isLessThanOrEqualTo(15L));
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    assertThat(sources("main").stream().map(Path::getParent).distinct())
        .allSatisfy(folder ->
            assertThat(folder.resolve("package-info.java"))
                .content()
                .startsWith("///")
                .contains("@NullMarked"));
  }

  @Test
  void noPackageHasANameThatSaysNothing() throws IOException {
    var folders = sources("main", "test").stream().map(HOUSE::relativize).map(Path::getParent);

    assertThat(folders.flatMap(folder -> StreamSupport.stream(folder.spliterator(), false)))
        .extracting(Path::toString)
        .isNotEmpty()
        .doesNotContainAnyElementsOf(NAMES_THAT_SAY_NOTHING);
  }

  private static List<Path> sources(String... trees) throws IOException {
    try (var modules = Files.list(HOUSE)) {
      var roots =
          modules
              .filter(module -> Files.exists(module.resolve("pom.xml")))
              .flatMap(module -> Stream.of(trees).map(tree -> module.resolve("src", tree, "java")))
              .filter(Files::isDirectory)
              .toList();
      return roots.stream().flatMap(HouseTest::javaFiles).toList();
    }
  }

  private static Stream<Path> javaFiles(Path root) {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
