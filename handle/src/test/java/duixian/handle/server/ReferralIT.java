package duixian.handle.server;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.node.Registrar;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Verdict;
import duixian.handle.store.Channel;
import duixian.handle.value.HandleValue;
import duixian.handle.value.SiteInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.Configuration;
import net.handle.hdllib.HandleException;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.Interface;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.ResolutionResponse;
import net.handle.hdllib.SimpleConfiguration;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes: ours refers to the enterprise's, and CNRI's client goes there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class ReferralIT {
  private static final String SELF_HOSTED = "88.500";

  private RunningNode ours;
  private RunningNode theirs;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException, InterruptedException {
    ours = new RunningNode(directory.resolve("ours"));
    theirs = new RunningNode(directory.resolve("theirs"));
    theirs.allot(SELF_HOSTED, 10, false, List.of());
    theirs.allot(SELF_HOSTED + ".7", 10, false, List.of());
    create(SELF_HOSTED + "/a");
    create(SELF_HOSTED + ".7/b");
    var site = HandleValue.of(1, SiteInfo.TYPE, site().toBytes());
    ours.allot(SELF_HOSTED, 10, true, List.of(site, site.withIndex(2)));
  }

  @AfterAll
  void stop() {
    ours.close();
    theirs.close();
  }

  @Test
  void theClientFollowsUsToTheEnterprise() throws HandleException, IOException {
    assertThat(resolve(SELF_HOSTED + "/a")).containsExactly("http://example.cn");
  }

  @Test
  void aPrefixBelowASelfHostedOneIsTheEnterprisesToo() throws HandleException, IOException {
    assertThat(code("0.NA/" + SELF_HOSTED + ".7")).isEqualTo(AbstractMessage.RC_PREFIX_REFERRAL);
    assertThat(resolve("0.NA/" + SELF_HOSTED + ".7")).isNotEmpty();
    assertThat(code("0.NA/88.501.7")).isEqualTo(AbstractMessage.RC_HANDLE_NOT_FOUND);
  }

  private List<String> resolve(String handle) throws HandleException, IOException {
    var client = new HandleResolver();
    var through = new OnlyOurs();
    through.setResolutionMethod(Configuration.RM_WITH_CACHE);
    through.setCacheSites(new net.handle.hdllib.SiteInfo[] {ours.site(Interface.SP_HDL_TCP)});
    client.setConfiguration(through);
    var request = new ResolutionRequest(Util.encodeString(handle), null, null, null);
    var answer = client.processRequest(request);
    assertThat(answer).isInstanceOf(ResolutionResponse.class);
    return java.util.Arrays.stream(((ResolutionResponse) answer).getHandleValues())
        .map(net.handle.hdllib.HandleValue::getDataAsString)
        .toList();
  }

  /// Asks no global service, and looks for no news of one.
  private static final class OnlyOurs extends SimpleConfiguration {
    @Override
    public boolean isAutoUpdateRootInfo() {
      return false;
    }
  }

  private int code(String handle) throws HandleException, IOException {
    var request = new ResolutionRequest(Util.encodeString(handle), null, null, null);
    return RunningNode.resolver(false)
        .sendRequestToSite(request, ours.site(Interface.SP_HDL_TCP))
        .responseCode;
  }

  private void create(String handle) {
    var done = new CompletableFuture<Verdict>();
    theirs
        .node
        .registrar()
        .create(
            handle,
            List.of(HandleValue.of(1, "URL", "http://example.cn")),
            new Registrar.By(new Authority.Operator(), Channel.TCP, null),
            done::complete);
    assertThat(done.join().ok()).isTrue();
  }

  private SiteInfo site() throws IOException {
    var address = new byte[16];
    System.arraycopy(InetAddress.getLoopbackAddress().getAddress(), 0, address, 12, 4);
    var both = SiteInfo.Interface.BOTH;
    var tcp = theirs.server.tcp().getPort();
    var udp = theirs.server.udp().getPort();
    return new SiteInfo(
        1,
        true,
        (byte) 2,
        Map.of(),
        List.of(
            new SiteInfo.Server(
                1,
                address,
                theirs.nodeKey.verifying().toBytes(),
                List.of(
                    new SiteInfo.Interface(both, SiteInfo.Transport.TCP, tcp),
                    new SiteInfo.Interface(both, SiteInfo.Transport.UDP, udp)))));
  }
}
