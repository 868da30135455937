package duixian.handle.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.Generate.byteArrays;
import static org.quicktheories.generators.Generate.bytes;
import static org.quicktheories.generators.SourceDSL.integers;

import duixian.handle.value.Malformed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class KeyTheories {
  private static final List<SigningKey> KEYS =
      List.of(
          SigningKey.Rsa.generate(1024), SigningKey.Ed25519.generate(), SigningKey.Sm2.generate());

  @Test
  void aSignatureHoldsForItsBytesAndItsKeyOnly() {
    qt().withExamples(60)
        .forAll(blocks(), integers().between(0, 2))
        .check((text, which) -> {
          var key = KEYS.get(which);
          var read = VerifyingKey.read(key.verifying().toBytes());
          var signature = key.sign(text);
          var changed = Arrays.copyOf(text, text.length + 1);
          return read.verifies(key.digest(), text, signature)
              && !read.verifies(key.digest(), changed, signature)
              && !read.verifies("MD5", text, signature)
              && !KEYS.get((which + 1) % 3).verifying().verifies(key.digest(), text, signature);
        });
  }

  @Test
  void bytesThatAreNoKeyAreMalformed() {
    qt().withExamples(500)
        .forAll(blocks(), integers().between(0, 2), integers().between(0, 1 << 20))
        .check((_, which, cut) -> {
          var encoded = KEYS.get(which).verifying().toBytes();
          try {
            // The last four bytes of an RSA key are spare.
            return cut % encoded.length >= encoded.length - 4
                || VerifyingKey.read(Arrays.copyOf(encoded, cut % encoded.length)) == null;
          } catch (Malformed _) {
            return true;
          }
        });
  }

  @Test
  void aSecretIsProvedByItselfAndForItsChallengeOnly() {
    qt().withExamples(20)
        .forAll(secrets(), blocks())
        .check((secret, challenge) -> {
          var other = Arrays.copyOf(challenge, challenge.length + 1);
          var wrong = Arrays.copyOf(secret, secret.length + 1);
          wrong[secret.length] = 1;
          return List.of(SecretProof.of(secret, challenge), SecretProof.withSm3(secret, challenge))
              .stream()
              .allMatch(proof ->
                  SecretProof.proves(secret, challenge, proof)
                      && !SecretProof.proves(secret, other, proof)
                      && !SecretProof.proves(wrong, challenge, proof));
        });
  }

  @Test
  void anyBytesAsAProofAreANo() {
    qt().withExamples(2000)
        .forAll(secrets(), blocks())
        .check((secret, proof) -> !SecretProof.proves(secret, new byte[16], proof));
  }

  @Test
  void aSessionCipherGivesBackWhatItTook() {
    qt().withExamples(300)
        .forAll(blocks(), blocks())
        .check((key, text) ->
            Arrays.stream(SessionCipher.values())
                .allMatch(
                    cipher -> Arrays.equals(cipher.decrypt(key, cipher.encrypt(key, text)), text)));
  }

  @Test
  void aProofThatAsksForTooMuchWorkIsANo() {
    var costly =
        new duixian.handle.value.Output()
            .int1(SecretProof.PBKDF2)
            .block(new byte[16])
            .int4(Integer.MAX_VALUE)
            .int4(160)
            .block(new byte[20])
            .toBytes();

    assertThat(SecretProof.proves(new byte[8], new byte[16], costly)).isFalse();
  }

  private static Gen<byte[]> blocks() {
    return byteArrays(integers().between(0, 64), bytes((byte) -128, (byte) 127, (byte) 0));
  }

  private static Gen<byte[]> secrets() {
    return byteArrays(integers().between(1, 32), bytes((byte) 33, (byte) 126, (byte) 65));
  }
}
