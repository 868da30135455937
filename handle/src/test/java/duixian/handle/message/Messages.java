package duixian.handle.message;

import static org.quicktheories.generators.Generate.byteArrays;
import static org.quicktheories.generators.Generate.bytes;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import duixian.handle.value.HandleValue;
import duixian.handle.value.Reference;
import java.util.List;
import org.quicktheories.core.Gen;

/// Every kind of message, with every kind of content.
final class Messages {
  private Messages() {}

  static Gen<Message> any() {
    return requests().mix(answers());
  }

  static Gen<byte[]> blocks() {
    return byteArrays(integers().between(0, 40), bytes((byte) -128, (byte) 127, (byte) 0));
  }

  static Gen<String> texts() {
    return strings().betweenCodePoints(0x20, 0xd7ff).ofLengthBetween(0, 20);
  }

  static Gen<Reference> references() {
    return texts().zip(integers().all(), Reference::new);
  }

  static Gen<HandleValue> values() {
    return texts()
        .zip(
            blocks(),
            integers().all(),
            lists().of(references()).ofSizeBetween(0, 3),
            (type, data, number, references) ->
                new HandleValue(
                    number,
                    number * 31,
                    (byte) (number & 1),
                    number * 17,
                    number & 0xf,
                    type,
                    data,
                    references));
  }

  static Gen<List<HandleValue>> valueLists() {
    return lists().of(values()).ofSizeBetween(0, 4);
  }

  private static Gen<List<Integer>> indexes() {
    return lists().of(integers().all()).ofSizeBetween(0, 5);
  }

  private static Gen<Message> requests() {
    Gen<Message> resolve =
        texts()
            .zip(
                indexes(),
                lists().of(texts()).ofSizeBetween(0, 3),
                (handle, indexes, types) ->
                    request(Operation.RESOLVE, new Request.Resolve(handle, indexes, types)));
    return resolve
        .mix(texts().map(h -> request(Operation.SITE_INFO, new Request.SiteInfo(h))))
        .mix(
            texts()
                .zip(valueLists(), (h, v) -> request(Operation.CREATE, new Request.Create(h, v))))
        .mix(texts().map(h -> request(Operation.DELETE, new Request.Delete(h))))
        .mix(texts().zip(valueLists(), (h, v) -> request(Operation.ADD, new Request.Add(h, v))))
        .mix(texts().zip(indexes(), (h, i) -> request(Operation.REMOVE, new Request.Remove(h, i))))
        .mix(
            texts()
                .zip(valueLists(), (h, v) -> request(Operation.MODIFY, new Request.Modify(h, v))))
        .mix(texts().map(h -> request(Operation.LIST, new Request.ListHandles(h))))
        .mix(texts().map(h -> request(Operation.LIST_PREFIXES, new Request.ListPrefixes(h))))
        .mix(
            references()
                .zip(
                    blocks(),
                    texts(),
                    (who, proof, kind) ->
                        request(
                            Operation.ANSWER_CHALLENGE,
                            new Request.ChallengeAnswer(kind, who, proof))))
        .mix(
            references()
                .zip(
                    blocks(),
                    blocks(),
                    (who, nonce, proof) ->
                        request(
                            Operation.VERIFY_ANSWER,
                            new Request.VerifyAnswer(who, nonce, new byte[32], proof))))
        .mix(
            references()
                .zip(
                    blocks(),
                    integers().between(1, 4),
                    (who, key, mode) -> request(Operation.SESSION_SETUP, setup(who, key, mode))))
        .mix(blocks().map(key -> request(Operation.SESSION_KEY, new Request.SessionKey(key))))
        .mix(texts().map(h -> request(Operation.SESSION_END, new Request.SessionEnd(h))))
        .mix(references().map(who -> request(Operation.LOGIN, new Request.Login(who))));
  }

  private static Request setup(Reference who, byte[] key, int mode) {
    var named = mode == Request.SessionSetup.HANDLE_CIPHER;
    var keyed =
        mode == Request.SessionSetup.CLIENT_CIPHER || mode == Request.SessionSetup.DIFFIE_HELLMAN;
    return new Request.SessionSetup(
        mode, 60, who, named ? who : new Reference("", 0), keyed ? key : new byte[0]);
  }

  private static Gen<Message> answers() {
    Gen<Message> values =
        texts()
            .zip(
                valueLists(),
                (handle, list) ->
                    answer(Operation.RESOLVE, Result.SUCCESS, new Answer.Values(handle, list)));
    return values
        .mix(texts().map(h -> answer(Operation.CREATE, Result.SUCCESS, new Answer.Created(h))))
        .mix(
            lists()
                .of(texts())
                .ofSizeBetween(0, 4)
                .map(h -> answer(Operation.LIST, Result.SUCCESS, new Answer.Handles(h))))
        .mix(blocks().map(b -> answer(Operation.SITE_INFO, Result.SUCCESS, new Answer.Site(b))))
        .mix(
            blocks()
                .map(nonce ->
                    answer(
                            Operation.CREATE,
                            Result.AUTHENTICATION_NEEDED,
                            new Answer.Challenge(nonce))
                        .withDigest(new Digest(Digest.SHA1, new byte[20]))))
        .mix(
            texts()
                .zip(
                    valueLists(),
                    (h, v) ->
                        answer(
                            Operation.RESOLVE, Result.PREFIX_REFERRAL, new Answer.Referral(h, v))))
        .mix(
            blocks()
                .map(data ->
                    answer(
                        Operation.SESSION_SETUP, Result.SUCCESS, new Answer.SessionSetup(4, data))))
        .mix(
            integers()
                .between(0, 1)
                .map(right ->
                    answer(
                        Operation.VERIFY_ANSWER, Result.SUCCESS, new Answer.Verified(right == 1))))
        .mix(
            texts()
                .map(
                    why -> answer(Operation.DELETE, Result.NO_PERMISSION, new Answer.Refused(why))))
        .mix(
            texts()
                .zip(
                    indexes(),
                    (why, which) ->
                        answer(
                            Operation.ADD,
                            Result.VALUE_EXISTS,
                            new Answer.RefusedValues(why, which))))
        .mix(
            references()
                .zip(
                    blocks(),
                    (who, signature) ->
                        answer(Operation.MODIFY, Result.SUCCESS, new Answer.Done())
                            .withCredential(
                                new Credential(0, who, Credential.SIGNED, "SHA-256", signature))));
  }

  private static Message request(Operation operation, Request body) {
    return Message.request(7, Header.KEEP_ALIVE, operation, body);
  }

  private static Message answer(Operation operation, Result result, Answer body) {
    return Message.answer(request(operation, new Request.SiteInfo("/")), result, body);
  }
}
