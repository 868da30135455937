package duixian.handle.key;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.message.Credential;
import duixian.handle.message.Digest;
import duixian.handle.message.Message;
import duixian.handle.message.Operation;
import duixian.handle.message.Request;
import duixian.handle.value.Reference;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ChallengesTest {
  private final AtomicLong now = new AtomicLong(1_700_000_000_000L);
  private final Challenges challenges = new Challenges(() -> Instant.ofEpochMilli(now.get()));
  private final Message asked =
      Message.request(1, 0, Operation.DELETE, new Request.Delete("88.1/a"));
  private final Digest digest = new Digest(Digest.SHA256, new byte[32]);

  @Test
  void aChallengeIsGoodForOneAnswer() {
    var given = challenges.give(asked, digest, 0);

    assertThat(challenges.take(given.id())).isEqualTo(given);
    assertThat(challenges.take(given.id())).isNull();
  }

  @Test
  void aChallengeIsGoodForOneMinute() {
    var given = challenges.give(asked, digest, 0);
    now.addAndGet(60_001);

    assertThat(challenges.take(given.id())).isNull();
  }

  @Test
  void openChallengesAreBounded() {
    var first = challenges.give(asked, digest, 0);
    for (var i = 0; i < 10_000; i++) {
      challenges.give(asked, digest, 0);
    }

    assertThat(challenges.take(first.id())).isNull();
  }

  @Test
  void aMessageOfASessionIsTakenOnce() {
    var session = new Session(7, new byte[32], SessionCipher.AES, 1000, 0);
    var text = new byte[] {1, 2, 3};
    var mac = session.sign(text, 5);

    assertThat(session.accepts(text, mac)).isTrue();
    assertThat(session.accepts(text, mac)).isFalse();
    assertThat(session.accepts(new byte[] {1, 2, 4}, session.sign(text, 6))).isFalse();
    assertThat(
            session.accepts(
                text,
                new Credential(0, new Reference("", 9), Credential.SIGNED, "x", mac.signature())))
        .isFalse();
  }
}
