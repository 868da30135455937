package duixian.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static final List<String> ACTS =
      List.of("{\"事\":\"提交\"}", "{\"事\":\"受理\"}", "{\"事\":\"审定\"}");

  private final KeyPair key = key();

  @Test
  void anUntouchedExportIsSound() throws Exception {
    assertThat(verify(export()).faults()).isEmpty();
  }

  @Test
  void aChangedEntryShows() throws Exception {
    assertThat(verify(export().replace("受理", "退回")).isSound()).isFalse();
  }

  @Test
  void twoEntriesThatChangedPlacesShow() throws Exception {
    var swapped = export().replace("提交", "甲").replace("受理", "提交").replace("甲", "受理");

    assertThat(verify(swapped).isSound()).isFalse();
  }

  @Test
  void aMissingEntryShows() throws Exception {
    assertThat(verify(export().replace("leaf\t{\"事\":\"审定\"}\n", "")).faults())
        .contains("树头有 3 条，文件里只有 2 条");
  }

  @Test
  void anEntryAfterTheLastHeadShows() throws Exception {
    assertThat(verify(export() + "leaf\t{}\n").faults()).containsExactly("最后 1 条没有签名的树头");
  }

  @Test
  void aForgedHeadShows() throws Exception {
    var forged = export().replaceAll("(head\t2\t[0-9a-f]+\t)\\d+", "$17");

    assertThat(verify(forged).faults()).containsExactly("第 2 条处的树头签名不对");
  }

  @Test
  void anotherFileIsRefused() {
    assertThatThrownBy(() -> verify("hello")).isInstanceOf(Export.Malformed.class);
  }

  private String export() throws IOException {
    var out = new StringWriter();
    Export.begin(key.getPublic(), out);
    var tree = new Tree();
    for (var act : ACTS) {
      Export.leaf(act, out);
      tree.add(Export.hash(act));
      Export.head(TreeHead.sign(tree.size(), tree.root(), 1000, key.getPrivate()), out);
    }
    return out.toString();
  }

  private static Verification verify(String export) throws IOException, Export.Malformed {
    return Verification.of(Export.read(new BufferedReader(new StringReader(export))));
  }

  private static KeyPair key() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
