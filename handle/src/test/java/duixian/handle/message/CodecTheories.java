package duixian.handle.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import duixian.handle.value.HandleRecord;
import duixian.handle.value.Malformed;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class CodecTheories {
  @Test
  void aMessageComesBackByteByByte() {
    qt().withExamples(3000)
        .forAll(Messages.any())
        .check(message -> {
          var bytes = Encoder.encode(message);
          var back = Decoder.decode(bytes);
          return Arrays.equals(Encoder.encode(back), bytes)
              && back.body().getClass() == message.body().getClass();
        });
  }

  @Test
  void aCutMessageIsMalformedAndNothingElse() {
    qt().withExamples(3000)
        .forAll(Messages.any(), integers().between(0, 1 << 20))
        .check((message, cut) -> {
          var bytes = Encoder.encode(message);
          return answeredOrMalformed(Arrays.copyOf(bytes, cut % bytes.length));
        });
  }

  @Test
  void aMessageWithAWrongByteIsReadOrMalformed() {
    qt().withExamples(20_000)
        .forAll(Messages.any(), integers().between(0, 1 << 20), integers().between(1, 255))
        .check((message, place, change) -> {
          var bytes = Encoder.encode(message);
          bytes[place % bytes.length] ^= (byte) (int) change;
          return answeredOrMalformed(bytes);
        });
  }

  @Test
  void packetsInAnyOrderAndTwiceMakeTheMessageAgain() {
    qt().withExamples(300)
        .forAll(integers().between(0, 5000), integers().all())
        .check((size, seed) -> {
          var random = new java.util.Random(seed);
          var content = new byte[size];
          random.nextBytes(content);
          var message =
              Encoder.encode(
                  Message.request(9, 0, Operation.SESSION_KEY, new Request.SessionKey(content)));
          var packets = new java.util.ArrayList<>(Fragments.cut(message));
          packets.addAll(Fragments.cut(message));
          Collections.shuffle(packets, random);
          return Arrays.equals(message, together(packets));
        });
  }

  @Test
  void theStoredFormOfValuesComesBack() {
    qt().withExamples(3000)
        .forAll(Messages.valueLists())
        .check(values -> {
          var record = new HandleRecord(values);
          var now = values.stream().map(v -> v.timestamp() == 0 ? v.at(99) : v).toList();
          return HandleRecord.read(record.toBytes(), 99).equals(new HandleRecord(now));
        });
  }

  @Test
  void anEndlessCountAsksForNoMemory() {
    var message =
        Encoder.encode(Message.request(1, 0, Operation.LIST, new Request.ListHandles("0.NA/1")));
    var bytes = message.clone();
    bytes[Envelope.SIZE + 3] = 1;
    bytes[Envelope.SIZE + Header.SIZE] = 0x7f;

    assertThat(answeredOrMalformed(bytes)).isTrue();
  }

  private static byte[] together(Iterable<byte[]> packets) {
    Fragments fragments = null;
    for (var packet : packets) {
      var envelope = Envelope.read(new duixian.handle.value.Input(packet));
      if (!envelope.has(Envelope.TRUNCATED)) {
        return packet;
      }
      fragments = fragments == null ? new Fragments(envelope) : fragments;
      var whole = fragments.add(envelope, Arrays.copyOfRange(packet, Envelope.SIZE, packet.length));
      if (whole != null) {
        return Encoder.encode(Decoder.decode(whole.envelope(), whole.rest()));
      }
    }
    return new byte[0];
  }

  private static boolean answeredOrMalformed(byte[] bytes) {
    try {
      return Decoder.decode(bytes).body() != null;
    } catch (Malformed expected) {
      return expected.getMessage() != null;
    }
  }
}
