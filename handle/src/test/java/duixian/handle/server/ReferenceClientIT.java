package duixian.handle.server;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.key.SecretProof;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractRequest;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.AddValueRequest;
import net.handle.hdllib.AuthenticationInfo;
import net.handle.hdllib.CreateHandleRequest;
import net.handle.hdllib.CreateHandleResponse;
import net.handle.hdllib.DeleteHandleRequest;
import net.handle.hdllib.GenericRequest;
import net.handle.hdllib.GetSiteInfoResponse;
import net.handle.hdllib.HandleException;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.HandleValue;
import net.handle.hdllib.Interface;
import net.handle.hdllib.ListHandlesRequest;
import net.handle.hdllib.ListHandlesResponse;
import net.handle.hdllib.ModifyValueRequest;
import net.handle.hdllib.RemoveValueRequest;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.ResolutionResponse;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;
import net.handle.hdllib.VerifyAuthRequest;
import net.handle.hdllib.VerifyAuthResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// CNRI's own client against our node.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class ReferenceClientIT {
  private static final String ID = RunningNode.PREFIX + "/";

  private RunningNode node;
  private final HandleResolver client = RunningNode.resolver(false);

  @BeforeAll
  void start(@TempDir Path directory) throws IOException, InterruptedException {
    node = new RunningNode(directory);
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @Test
  void createsOnceAndRefusesTheSecond() throws HandleException, IOException {
    var first = send(create("create-1", node.byPublicKey()));
    var second = send(create("create-1", node.byPublicKey()));

    assertThat(first.responseCode).isEqualTo(AbstractMessage.RC_SUCCESS);
    assertThat(second.responseCode).isEqualTo(AbstractMessage.RC_HANDLE_ALREADY_EXISTS);
    assertThat(resolve("create-1", tcp())).containsExactly("http://example.cn/create-1");
  }

  @Test
  void aSecretKeyIsAsGoodAsAPublicKey() throws HandleException, IOException {
    var created = send(create("secret-1", RunningNode.bySecretKey()));

    assertThat(created.responseCode).isEqualTo(AbstractMessage.RC_SUCCESS);
  }

  @Test
  void aWrongSecretIsRefused() throws HandleException, IOException {
    var wrong =
        new net.handle.hdllib.SecretKeyAuthenticationInfo(
            bytes(RunningNode.OWNER), 301, bytes("wrong"));

    var refused = send(create("secret-2", wrong));

    assertThat(refused.responseCode).isEqualTo(AbstractMessage.RC_AUTHENTICATION_FAILED);
  }

  @Test
  void modifiesAddsRemovesAndDeletes() throws HandleException, IOException {
    send(create("edit-1", node.byPublicKey()));
    var by = node.byPublicKey();
    var mail = new HandleValue(2, "EMAIL", "a@example.cn");
    var url = new HandleValue(1, "URL", "http://example.cn/new");

    assertThat(code(new AddValueRequest(id("edit-1"), mail, by))).isEqualTo(1);
    assertThat(code(new AddValueRequest(id("edit-1"), mail, by)))
        .isEqualTo(AbstractMessage.RC_VALUE_ALREADY_EXISTS);
    assertThat(code(new ModifyValueRequest(id("edit-1"), url, by))).isEqualTo(1);
    assertThat(resolve("edit-1", tcp())).containsExactly("http://example.cn/new", "a@example.cn");
    assertThat(code(new RemoveValueRequest(id("edit-1"), 2, by))).isEqualTo(1);
    assertThat(resolve("edit-1", tcp())).containsExactly("http://example.cn/new");
    assertThat(code(new DeleteHandleRequest(id("edit-1"), by))).isEqualTo(1);
    assertThat(code(new ResolutionRequest(id("edit-1"), null, null, null)))
        .isEqualTo(AbstractMessage.RC_HANDLE_NOT_FOUND);
  }

  @Test
  void listsAllIdentifiersOfAPrefixInPages() throws HandleException, IOException {
    node.allot("88.200", 10_000, false, java.util.List.of());
    for (var i = 0; i < 2500; i++) {
      var done = new java.util.concurrent.CompletableFuture<duixian.handle.registry.Verdict>();
      node.node
          .registrar()
          .create(
              "88.200/" + i,
              java.util.List.of(duixian.handle.value.HandleValue.of(1, "URL", "http://a.cn")),
              new duixian.handle.node.Registrar.By(
                  new duixian.handle.registry.Authority.Operator(),
                  duixian.handle.store.Channel.TCP,
                  null),
              done::complete);
      assertThat(i % 500 != 499 || done.join().ok()).isTrue();
    }
    var list = new ListHandlesRequest(bytes("0.NA/88.200"), node.byPublicKey());
    var handles = new ArrayList<String>();

    var last =
        client.sendRequestToSite(
            list,
            tcp(),
            (AbstractResponse part) -> {
              if (part instanceof ListHandlesResponse some) {
                for (var handle : some.handles) {
                  handles.add(Util.decodeString(handle));
                }
              }
            });

    assertThat(last.responseCode).isEqualTo(AbstractMessage.RC_SUCCESS);
    assertThat(handles).hasSize(2500).doesNotHaveDuplicates();
  }

  @Test
  void aCertifiedAnswerIsSignedByTheNode() throws HandleException, IOException {
    send(create("certified-1", node.byPublicKey()));
    var request = new ResolutionRequest(id("certified-1"), null, null, null);
    request.certify = true;

    var answer = send(request);

    assertThat(answer.responseCode).isEqualTo(AbstractMessage.RC_SUCCESS);
    assertThat(answer.signature).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(bytes = {Interface.SP_HDL_UDP, Interface.SP_HDL_TCP, Interface.SP_HDL_HTTP})
  void resolvesOverEveryTransport(byte protocol) throws HandleException, IOException {
    send(create("transport-" + protocol, node.byPublicKey()));

    assertThat(resolve("transport-" + protocol, node.site(protocol)))
        .containsExactly("http://example.cn/transport-" + protocol);
    assertThat(resolve("transport-" + protocol, node.site(protocol))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(bytes = {Interface.SP_HDL_UDP, Interface.SP_HDL_HTTP})
  void administersOverEveryTransport(byte protocol) throws HandleException, IOException {
    var many = new HandleValue[30];
    for (var i = 0; i < many.length; i++) {
      many[i] = new HandleValue(i + 1, "DESC", "参数 " + i + " 的一个较长的说明");
    }
    var create = new CreateHandleRequest(id("long-" + protocol), many, node.byPublicKey());

    var created = client.sendRequestToSite(create, node.site(protocol));

    assertThat(created.responseCode).isEqualTo(AbstractMessage.RC_SUCCESS);
    assertThat(resolve("long-" + protocol, node.site(protocol))).hasSize(30);
  }

  @Test
  void hiddenValuesAreForAdministrators() throws HandleException, IOException {
    var open = new HandleValue(1, "URL", "http://example.cn");
    var hidden = new HandleValue(2, "PRICE", "12.50");
    hidden.setAnyoneCanRead(false);
    send(
        new CreateHandleRequest(
            id("hidden-1"), new HandleValue[] {open, hidden}, node.byPublicKey()));
    var all = new ResolutionRequest(id("hidden-1"), null, null, node.byPublicKey());
    all.ignoreRestrictedValues = false;

    assertThat(resolve("hidden-1", tcp())).containsExactly("http://example.cn");
    assertThat(values(send(all))).containsExactly("http://example.cn", "12.50");
    assertThat(code(new ResolutionRequest(id("hidden-1"), null, new int[] {2}, null)))
        .isEqualTo(AbstractMessage.RC_VALUES_NOT_FOUND);
  }

  @Test
  void indexAndTypeSelectValues() throws HandleException, IOException {
    var url = new HandleValue(1, "URL", "http://example.cn");
    var mail = new HandleValue(2, "EMAIL", "a@example.cn");
    var more = new HandleValue(3, "EMAIL.work", "b@example.cn");
    send(
        new CreateHandleRequest(
            id("select-1"), new HandleValue[] {url, mail, more}, node.byPublicKey()));

    assertThat(values(send(new ResolutionRequest(id("select-1"), null, new int[] {2}, null))))
        .containsExactly("a@example.cn");
    var types = new byte[][] {bytes("EMAIL.")};
    assertThat(values(send(new ResolutionRequest(id("select-1"), types, null, null))))
        .containsExactly("a@example.cn", "b@example.cn");
  }

  @Test
  void siteInfoNamesOurPorts() throws HandleException, IOException {
    var answer =
        (GetSiteInfoResponse)
            send(new GenericRequest(bytes("/"), AbstractMessage.OC_GET_SITE_INFO, null));

    var ports =
        java.util.Arrays.stream(answer.siteInfo.servers[0].interfaces).map(each -> each.port);
    assertThat(ports)
        .contains(
            node.server.tcp().getPort(), node.server.udp().getPort(), node.server.http().getPort());
  }

  @Test
  void aSessionProvesTheAdministratorOnce() throws HandleException, IOException {
    var session = RunningNode.resolver(true);
    var by = node.byPublicKey();

    for (var i = 0; i < 5; i++) {
      var made = session.sendRequestToSite(create("session-" + i, by), tcp());
      assertThat(made.responseCode).isEqualTo(AbstractMessage.RC_SUCCESS);
    }
  }

  @Test
  void aSecondServiceMayHaveAProofVerified() throws HandleException, IOException {
    var nonce = bytes("0123456789abcdef");
    var digest = bytes("digest-of-a-request");
    var right = SecretProof.of(RunningNode.SECRET, bytes("0123456789abcdefdigest-of-a-request"));
    var wrong = SecretProof.of(bytes("wrong"), bytes("0123456789abcdefdigest-of-a-request"));
    var owner = bytes(RunningNode.OWNER);

    var good = send(new VerifyAuthRequest(owner, nonce, digest, (byte) 1, right, 301, null));
    var bad = send(new VerifyAuthRequest(owner, nonce, digest, (byte) 1, wrong, 301, null));
    var foreign =
        send(new VerifyAuthRequest(bytes("88.999/x"), nonce, digest, (byte) 1, right, 301, null));

    assertThat(((VerifyAuthResponse) good).isValid).isTrue();
    assertThat(((VerifyAuthResponse) bad).isValid).isFalse();
    assertThat(foreign.responseCode).isEqualTo(AbstractMessage.RC_SERVER_NOT_RESP);
  }

  @Test
  void aCreateMayOverwriteWhatIsThere() throws HandleException, IOException {
    var again = create("over-1", node.byPublicKey());
    again.values = url("over-2");
    again.overwriteWhenExists = true;

    assertThat(code(create("over-1", node.byPublicKey()))).isEqualTo(1);
    var replaced = (CreateHandleResponse) send(again);

    assertThat(replaced.responseCode).isEqualTo(AbstractMessage.RC_SUCCESS);
    assertThat(replaced.overwriteWhenExists).isTrue();
    assertThat(resolve("over-1", tcp())).containsExactly("http://example.cn/over-2");
  }

  @Test
  void theNodeMakesUpASuffix() throws HandleException, IOException {
    var mint = new CreateHandleRequest(bytes(RunningNode.PREFIX + "/lot-"), url("x"), null, true);
    mint.authInfo = node.byPublicKey();

    var one = (CreateHandleResponse) send(mint);
    var other = (CreateHandleResponse) send(mint);

    assertThat(one.responseCode).isEqualTo(AbstractMessage.RC_SUCCESS);
    var name = Util.decodeString(one.handle);
    assertThat(name).startsWith(RunningNode.PREFIX + "/lot-").hasSizeGreaterThan(25);
    assertThat(Util.decodeString(other.handle)).isNotEqualTo(name);
    assertThat(resolve(name.substring(ID.length()), tcp())).containsExactly("http://example.cn/x");
  }

  @Test
  void aForeignPrefixIsNotOurs() throws HandleException, IOException {
    var foreign = new CreateHandleRequest(bytes("88.999/1"), url("x"), node.byPublicKey());

    assertThat(code(foreign)).isEqualTo(AbstractMessage.RC_SERVER_NOT_RESP);
    assertThat(code(new ResolutionRequest(bytes("88.999/1"), null, null, null)))
        .isEqualTo(AbstractMessage.RC_HANDLE_NOT_FOUND);
  }

  private CreateHandleRequest create(String suffix, AuthenticationInfo by) {
    return new CreateHandleRequest(id(suffix), url(suffix), by);
  }

  private static HandleValue[] url(String suffix) {
    return new HandleValue[] {new HandleValue(1, "URL", "http://example.cn/" + suffix)};
  }

  private int code(AbstractRequest request) throws HandleException, IOException {
    return send(request).responseCode;
  }

  private AbstractResponse send(AbstractRequest request) throws HandleException, IOException {
    return client.sendRequestToSite(request, tcp());
  }

  private SiteInfo tcp() throws IOException {
    return node.site(Interface.SP_HDL_TCP);
  }

  private java.util.List<String> resolve(String suffix, SiteInfo site) throws HandleException {
    return values(
        client.sendRequestToSite(new ResolutionRequest(id(suffix), null, null, null), site));
  }

  private static java.util.List<String> values(AbstractResponse answer) throws HandleException {
    assertThat(answer.responseCode).isEqualTo(AbstractMessage.RC_SUCCESS);
    var values = new ArrayList<String>();
    for (var value : ((ResolutionResponse) answer).getHandleValues()) {
      values.add(value.getDataAsString());
    }
    return values;
  }

  private static byte[] id(String suffix) {
    return bytes(ID + suffix);
  }

  private static byte[] bytes(String text) {
    return Util.encodeString(text);
  }
}
