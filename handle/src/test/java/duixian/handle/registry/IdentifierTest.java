package duixian.handle.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
  @ParameterizedTest
  @CsvSource({
    "88.118.8/SN001, 88.118.8, 88.118.8/SN001",
    "VAA088.118.8/SN001, 88.118.8, 88.118.8/SN001",
    "VAA088118008/SN001, 88.118.8, 88.118.8/SN001",
    "10.1000/abc_DEF/1, 10.1000, 10.1000/abc_DEF/1",
    "OID.1.2.156.3001/7, 1.2.156.3001, 1.2.156.3001/7",
    "(01)06901234567892(21)A1, GS1, GS1/(01)06901234567892(21)A1",
    "0.na/88.118.8, 0.NA, 0.NA/88.118.8",
  })
  void everyWrittenFormHasOneStoredForm(String written, String prefix, String stored) {
    assertThat(Identifier.parse(written)).isEqualTo(new Identifier(prefix, stored));
    assertThat(Identifier.parse(stored)).isEqualTo(new Identifier(prefix, stored));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "88.118.8",
        "88.118.8/",
        "/x",
        "88..1/x",
        "(01)06901234567893",
        "GS1/(01)06901234567893",
        "GS1/x",
        "88.1/a\nb"
      })
  void whatHasNoPrefixOrAWrongCheckDigitIsNone(String written) {
    assertThat(Identifier.parse(written)).isNull();
  }

  @Test
  void theLimitsAreThoseOfDeployedNodes() {
    assertThat(Identifier.parse("88.1/" + "x".repeat(250))).isNotNull();
    assertThat(Identifier.parse("88.1/" + "x".repeat(251))).isNull();
    assertThat(Identifier.parse("1".repeat(64) + "/x")).isNotNull();
    assertThat(Identifier.parse("1".repeat(65) + "/x")).isNull();
  }

  @Test
  void thePrefixItDescribesIsKnown() {
    var id = Objects.requireNonNull(Identifier.parse("0.NA/88.118.8"));

    assertThat(id.described()).isEqualTo("88.118.8");
  }
}
