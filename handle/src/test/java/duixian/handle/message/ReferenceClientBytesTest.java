package duixian.handle.message;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleValue;
import duixian.handle.value.Reference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AddValueRequest;
import net.handle.hdllib.ChallengeAnswerRequest;
import net.handle.hdllib.CreateHandleRequest;
import net.handle.hdllib.DeleteHandleRequest;
import net.handle.hdllib.GenericRequest;
import net.handle.hdllib.HandleException;
import net.handle.hdllib.ListHandlesRequest;
import net.handle.hdllib.ModifyValueRequest;
import net.handle.hdllib.RemoveValueRequest;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.SessionSetupRequest;
import net.handle.hdllib.VerifyAuthRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our codec against the bytes of CNRI's own.
class ReferenceClientBytesTest {
  private static final byte[] ID = bytes("88.118.8/A-1");

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestOfTheReferenceClientIsReadWholeAndWrittenTheSame(AbstractMessage theirs)
      throws HandleException {
    var rest = theirs.getEncodedMessage();
    var ours = Decoder.decode(Envelope.of(0, 1), rest);

    assertThat(ours.body()).isNotInstanceOf(Request.Unknown.class);
    assertThat(Encoder.signedPart(ours)).isEqualTo(Arrays.copyOf(rest, rest.length - 4));
  }

  static Stream<AbstractMessage> requests() throws HandleException {
    var value = new net.handle.hdllib.HandleValue(3, "URL", "http://example.cn/齿轮");
    var values = new net.handle.hdllib.HandleValue[] {value};
    return Stream.of(
        new ResolutionRequest(ID, new byte[][] {bytes("URL")}, new int[] {1, 2}, null),
        new CreateHandleRequest(ID, values, null),
        new DeleteHandleRequest(ID, null),
        new AddValueRequest(ID, values, null),
        new RemoveValueRequest(ID, new int[] {7, 8}, null),
        new ModifyValueRequest(ID, values, null),
        new ListHandlesRequest(bytes("0.NA/88.118.8"), null),
        new GenericRequest(bytes("/"), AbstractMessage.OC_GET_SITE_INFO, null),
        new ChallengeAnswerRequest(bytes("HS_SECKEY"), ID, 300, bytes("proof"), null),
        new VerifyAuthRequest(ID, bytes("nonce"), bytes("digest"), (byte) 3, ID, 300, null),
        session(SessionSetupRequest::new, 2),
        session(SessionSetupRequest::new, 4));
  }

  @Test
  void anAdministratorIsReadAsTheReferenceClientWroteIt() throws HandleException {
    var theirs =
        net.handle.hdllib.Encoder.encodeAdminRecord(
            new net.handle.hdllib.AdminRecord(
                bytes("0.NA/88"),
                300,
                true,
                false,
                false,
                false,
                true,
                true,
                true,
                false,
                false,
                false,
                true,
                true));

    var ours = AdminRecord.read(theirs);

    assertThat(ours.administrator()).isEqualTo(new Reference("0.NA/88", 300));
    assertThat(ours.allows(AdminRecord.LIST_HANDLES)).isTrue();
    assertThat(ours.allows(AdminRecord.DELETE_HANDLE)).isFalse();
    assertThat(ours.toBytes()).isEqualTo(theirs);
  }

  @Test
  void theReferenceClientReadsOurValues() throws HandleException {
    var ours =
        Message.answer(
            Message.request(1, 0, Operation.RESOLVE, new Request.SiteInfo("/")),
            Result.SUCCESS,
            new Answer.Values("88.118.8/A-1", List.of(HandleValue.of(1, "URL", "http://a.cn"))));
    var bytes = Encoder.encode(ours);
    var envelope = new net.handle.hdllib.MessageEnvelope();
    net.handle.hdllib.Encoder.decodeEnvelope(bytes, envelope);

    var theirs =
        (net.handle.hdllib.ResolutionResponse)
            net.handle.hdllib.Encoder.decodeMessage(bytes, Envelope.SIZE, envelope);

    assertThat(theirs.getHandleValues()[0].getDataAsString()).isEqualTo("http://a.cn");
  }

  private static AbstractMessage session(
      java.util.function.Supplier<SessionSetupRequest> make, int mode) {
    var request = make.get();
    request.identityHandle = ID;
    request.identityIndex = 300;
    request.keyExchangeMode = mode;
    request.publicKey = mode == 4 ? bytes("key") : null;
    return request;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
