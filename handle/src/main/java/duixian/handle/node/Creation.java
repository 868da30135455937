package duixian.handle.node;

import duixian.handle.message.Header;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.registry.Verdict;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Creates as the flags of a request ask: over what is there, or under a name of our making.
final class Creation {
  private static final int MINTED_BITS = 100;
  private static final int TRIES = 3;

  private final Registrar registrar;
  private final Revisions revisions;
  private final SecureRandom chance = new SecureRandom();

  Creation(Registrar registrar, Revisions revisions) {
    this.registrar = registrar;
    this.revisions = revisions;
  }

  /// What came of it under which name; `flags` tell what was done beyond a plain create.
  record Made(Verdict verdict, String handle, int flags) {}

  /// Waits for the store when there are flags to honour; else `done` may hear on its thread.
  void create(Request.Create asked, int flags, Registrar.By by, Consumer<Made> done) {
    if ((flags & Header.MINT_SUFFIX) != 0) {
      done.accept(minted(asked, by));
    } else if ((flags & Header.OVERWRITE) != 0) {
      done.accept(over(asked, by));
    } else {
      registrar.create(
          asked.handle(),
          asked.values(),
          by,
          verdict -> done.accept(new Made(verdict, asked.handle(), 0)));
    }
  }

  /// The name given is only the beginning.
  private Made minted(Request.Create asked, Registrar.By by) {
    var made = new Made(Verdict.of(Result.BUSY), asked.handle(), 0);
    for (int i = 0; i < TRIES; i++) {
      var handle = asked.handle() + new BigInteger(MINTED_BITS, chance).toString(36);
      made = new Made(now(handle, asked, by), handle, Header.MINT_SUFFIX);
      if (made.verdict.result() != Result.HANDLE_EXISTS) {
        return made;
      }
    }
    return made;
  }

  private Made over(Request.Create asked, Registrar.By by) {
    var handle = asked.handle();
    var verdict = now(handle, asked, by);
    for (int i = 0; i < TRIES && verdict.result() == Result.HANDLE_EXISTS; i++) {
      var replaced = revisions.replace(handle, asked.values(), by);
      if (replaced.result() != Result.HANDLE_NOT_FOUND) {
        return new Made(replaced, handle, replaced.ok() ? Header.OVERWRITE : 0);
      }
      // Deleted since.
      verdict = now(handle, asked, by);
    }
    return new Made(verdict, handle, 0);
  }

  private Verdict now(String handle, Request.Create asked, Registrar.By by) {
    var verdict = new CompletableFuture<Verdict>();
    registrar.create(handle, asked.values(), by, verdict::complete);
    return verdict.join();
  }
}
