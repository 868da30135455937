package duixian.handle.node;

import duixian.handle.evidence.Journal;
import duixian.handle.key.Sessions;
import duixian.handle.key.SigningKey;
import duixian.handle.message.Answer;
import duixian.handle.message.Message;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Identifier;
import duixian.handle.registry.Prefix;
import duixian.handle.registry.Prefixes;
import duixian.handle.registry.Quotas;
import duixian.handle.registry.Rights;
import duixian.handle.registry.Templates;
import duixian.handle.store.Page;
import duixian.handle.store.Store;
import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleValue;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The node: a request and who asks it in, an answer out. One for all servers; safe for many
/// threads.
///
/// [Envoy] turns bytes into calls of [#answer]; the HTTP server uses [#registrar] and the tables
/// directly.
public final class Node {
  /// Identifiers in one message of a listing.
  static final int PAGE = 1000;

  private final Store store;
  private final Prefixes prefixes;
  private final Templates templates;
  private final Rights rights;
  private final Quotas quotas;
  private final Registrar registrar;
  private final Revisions revisions;
  private final Resolution resolution;
  private final SignIn signIn;
  private final Counting counting;
  private final Proven proven;
  private final Options options;
  private final InstantSource clock;
  private volatile byte[] site = new byte[0];

  /// `national` prefers SM3 and SM4 to SHA-256 and AES where the node chooses.
  public record Options(SigningKey key, boolean national) {}

  public Node(Store store, Journal journal, InstantSource clock, Options options) {
    this.store = store;
    this.clock = clock;
    this.options = options;
    prefixes = new Prefixes(store.rows("prefix"), clock);
    templates = new Templates(store.rows("template"));
    quotas = new Quotas(store.tallies());
    rights = new Rights(store, prefixes);
    registrar = new Registrar(store, prefixes, templates, quotas, rights);
    revisions = new Revisions(store, prefixes, templates, quotas, rights);
    resolution = new Resolution(store, prefixes, rights);
    signIn = new SignIn(rights, clock, options);
    counting = new Counting(journal, prefixes);
    proven = new Proven(this, rights, signIn);
  }

  public Prefixes prefixes() {
    return prefixes;
  }

  public Templates templates() {
    return templates;
  }

  public Registrar registrar() {
    return registrar;
  }

  public Revisions revisions() {
    return revisions;
  }

  public Store store() {
    return store;
  }

  public Counting counting() {
    return counting;
  }

  public long alive(String prefix) {
    return quotas.alive(prefix);
  }

  /// The site record of this node, known once its ports are bound.
  public void site(byte[] record) {
    site = record;
  }

  public byte[] publicKey() {
    return options.key.verifying().toBytes();
  }

  SigningKey key() {
    return options.key;
  }

  Sessions sessions() {
    return signIn.sessions();
  }

  InstantSource clock() {
    return clock;
  }

  /// The visible values of an identifier for a caller without the wire: same rules, same count.
  public Resolved resolve(Request.Resolve asked, int flags, Authority authority, Caller caller) {
    var found = resolution.resolve(asked, flags, authority);
    counting.resolved(found, asked.handle(), caller);
    return switch (found) {
      case Resolution.Found.Heartbeat() -> new Resolved(Result.SUCCESS, List.of(), false);
      case Resolution.Found.Values(var values, var open) ->
          new Resolved(Result.SUCCESS, values, open);
      case Resolution.Found.Elsewhere(_, var sites) ->
          new Resolved(Result.SERVICE_REFERRAL, sites, false);
      case Resolution.Found.Delegated(_, var sites) ->
          new Resolved(Result.PREFIX_REFERRAL, sites, false);
      case Resolution.Found.Nothing(var result) -> new Resolved(result, List.of(), false);
    };
  }

  /// Counts a resolve answered from the cache, whose entry knew the number of the prefix.
  public void resolved(int prefix, long idHash, Caller caller) {
    counting.resolved(prefix, idHash, caller);
  }

  /// The journal's number of a prefix, to keep in a cache entry.
  public int number(String prefix) {
    return counting.number(prefix);
  }

  /// Whether the values of identifiers under this prefix stand in our store.
  boolean hosts(String prefix) {
    return resolution.hosts(prefix);
  }

  public boolean mayList(String prefix, Authority authority) {
    return prefixes.get(prefix) instanceof Prefix.Allotted allotted
        && rights.may(authority, AdminRecord.LIST_HANDLES, allotted, List.of());
  }

  public Page list(String prefix, byte @Nullable [] cursor, int limit, Caller caller) {
    counting.listed(Identifier.OF_PREFIX + prefix, caller);
    return store.scan((prefix + "/").getBytes(StandardCharsets.UTF_8), cursor, limit);
  }

  /// Values found, or the sites to ask, or why there is nothing.
  public record Resolved(Result result, List<HandleValue> values, boolean open) {}

  /// Answers one request, in several messages when it is a long listing; `signed` is its header and
  /// body as they came.
  void answer(
      Message asked, byte[] signed, Authority authority, Caller caller, Consumer<Message> to) {
    switch (asked.body()) {
      case Request.Resolve resolve -> {
        var found = find(resolve, asked.header().flags(), authority);
        to.accept(tell(found, asked, signed, caller));
      }
      case Request.SiteInfo _ -> {
        counting.siteInfo(caller);
        to.accept(success(asked, new Answer.Site(site)));
      }
      case Request.ChallengeAnswer answer -> answered(asked, answer, caller, to);
      case Request.SessionSetup setup -> to.accept(signIn.open(asked, setup));
      case Request.SessionEnd _ ->
          to.accept(ended(asked, signIn.end(asked), new Answer.Done(), caller));
      case Request.Create _,
          Request.Delete _,
          Request.Add _,
          Request.Modify _,
          Request.Remove _,
          Request.ListHandles _,
          Request.ListPrefixes _,
          Request.Login _ -> {
        if (authority instanceof Authority.Anyone) {
          to.accept(signIn.challenge(asked, signed));
        } else {
          proven.answer(asked, authority, caller, to);
        }
      }
      case Request.SessionKey(var key) ->
          to.accept(ended(asked, signIn.key(asked, key), new Answer.Done(), caller));
      case Request.VerifyAnswer verify -> to.accept(verified(asked, verify, caller));
      case Request.Unknown _ -> to.accept(refused(asked, Result.NOT_SUPPORTED, caller));
      case Answer _ -> to.accept(refused(asked, Result.PROTOCOL_ERROR, caller));
    }
  }

  Resolution.Found find(Request.Resolve asked, int flags, Authority authority) {
    return resolution.resolve(asked, flags, authority);
  }

  Message tell(Resolution.Found found, Message asked, byte[] signed, Caller caller) {
    var handle = ((Request) asked.body()).handle();
    if (found instanceof Resolution.Found.Nothing(var why) && why == Result.AUTHENTICATION_NEEDED) {
      return signIn.challenge(asked, signed);
    }
    counting.resolved(found, handle, caller);
    return switch (found) {
      case Resolution.Found.Heartbeat() -> success(asked, new Answer.Values(handle, List.of()));
      case Resolution.Found.Values(var values, _) ->
          success(asked, new Answer.Values(handle, values));
      case Resolution.Found.Elsewhere(var service, var sites) ->
          Message.answer(asked, Result.SERVICE_REFERRAL, new Answer.Referral(service, sites));
      case Resolution.Found.Delegated(var service, var sites) ->
          Message.answer(asked, Result.PREFIX_REFERRAL, new Answer.Referral(service, sites));
      case Resolution.Found.Nothing(var why) ->
          Message.answer(asked, why, new Answer.Refused(why.sentence()));
    };
  }

  /// For a service elsewhere that was given a proof made with a secret key of ours.
  private Message verified(Message asked, Request.VerifyAnswer verify, Caller caller) {
    counting.signIn(caller);
    var right = signIn.verified(verify);
    return right == null
        ? refused(asked, Result.NOT_RESPONSIBLE, caller)
        : success(asked, new Answer.Verified(right));
  }

  private void answered(
      Message asked, Request.ChallengeAnswer answer, Caller caller, Consumer<Message> to) {
    counting.signIn(caller);
    switch (signIn.answered(asked, answer)) {
      case SignIn.Answered.Proved(var original, var who) ->
          answer(original, new byte[0], new Authority.Administrator(who), caller, to);
      case SignIn.Answered.Refused(var why) -> to.accept(refused(asked, why, caller));
    }
  }

  Message ended(Message asked, Result result, Answer success, Caller caller) {
    return result == Result.SUCCESS ? success(asked, success) : refused(asked, result, caller);
  }

  Message success(Message asked, Answer body) {
    return Message.answer(asked, Result.SUCCESS, body);
  }

  Message refused(Message asked, Result result, Caller caller) {
    counting.refused(result, asked.body(), caller);
    return Message.answer(asked, result, new Answer.Refused(result.sentence()));
  }
}
