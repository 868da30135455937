package duixian.handle.node;

import duixian.handle.cache.AnswerCache;
import duixian.handle.evidence.Answer;
import duixian.handle.evidence.Journal;
import duixian.handle.message.Body;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.registry.Identifier;
import duixian.handle.registry.Prefix;
import duixian.handle.registry.Prefixes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Tells the journal of every answer. What the store commits it counts itself.
public final class Counting {
  private final Journal journal;
  private final Prefixes prefixes;
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  Counting(Journal journal, Prefixes prefixes) {
    this.journal = journal;
    this.prefixes = prefixes;
  }

  /// The journal's number of a prefix in use here; 0 for all others, so that made-up ones cost
  /// nothing.
  int number(String prefix) {
    var known = numbers.get(prefix);
    if (known != null) {
      return known;
    }
    return switch (prefixes.get(prefix)) {
      case Prefix.Allotted _, Prefix.Suspended _ ->
          numbers.computeIfAbsent(prefix, journal::prefix);
      case null, default -> 0;
    };
  }

  /// A resolve answered from the cache, whose entry knew the number of the prefix.
  void resolved(int prefix, long idHash, Caller caller) {
    journal.answered(prefix, caller.channel(), Answer.RESOLVED, idHash, caller.source());
  }

  void resolved(Resolution.Found found, String handle, Caller caller) {
    note(
        switch (found) {
          case Resolution.Found.Values _ -> Answer.RESOLVED;
          case Resolution.Found.Heartbeat _ -> Answer.HEARTBEAT;
          case Resolution.Found.Elsewhere _, Resolution.Found.Delegated _ -> Answer.REFERRED;
          case Resolution.Found.Nothing(var why) -> answer(why);
        },
        handle,
        caller);
  }

  private static Answer answer(Result why) {
    return switch (why) {
      case HANDLE_NOT_FOUND -> Answer.MISS;
      case VALUES_NOT_FOUND -> Answer.NO_VALUES;
      default -> Answer.REFUSED;
    };
  }

  void listed(String handle, Caller caller) {
    note(Answer.LISTED, handle, caller);
  }

  void siteInfo(Caller caller) {
    note(Answer.SITE_INFO, "", caller);
  }

  public void signIn(Caller caller) {
    note(Answer.SIGN_IN, "", caller);
  }

  public void malformed(Caller caller) {
    note(Answer.MALFORMED, "", caller);
  }

  public void refused(Caller caller) {
    note(Answer.REFUSED, "", caller);
  }

  /// Refusals by the store itself are counted there.
  void refused(Result result, Body asked, Caller caller) {
    if (result != Result.HANDLE_EXISTS && result != Result.HANDLE_NOT_FOUND) {
      note(Answer.REFUSED, asked instanceof Request request ? request.handle() : "", caller);
    }
  }

  private void note(Answer answer, String handle, Caller caller) {
    var id = Identifier.parse(handle);
    var prefix = id == null ? 0 : number(id.prefix());
    var bytes = (id == null ? handle : id.text()).getBytes(StandardCharsets.UTF_8);
    journal.answered(prefix, caller.channel(), answer, AnswerCache.hash(bytes), caller.source());
  }
}
