package duixian.handle.node;

import duixian.handle.message.Answer;
import duixian.handle.message.Message;
import duixian.handle.message.Request;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Identifier;
import duixian.handle.registry.Rights;
import duixian.handle.registry.Verdict;
import java.util.function.Consumer;

/// The requests that only an administrator may make, once he has proved to be one.
final class Proven {
  private final Node node;
  private final SignIn signIn;
  private final Creation creation;
  private final Listing listing;

  Proven(Node node, Rights rights, SignIn signIn) {
    this.node = node;
    this.signIn = signIn;
    creation = new Creation(node.registrar(), node.revisions());
    listing = new Listing(node, rights);
  }

  void answer(Message asked, Authority authority, Caller caller, Consumer<Message> to) {
    var by = new Registrar.By(authority, caller.channel(), null);
    switch (asked.body()) {
      case Request.Create create ->
          creation.create(
              create,
              asked.header().flags(),
              by,
              made -> {
                var created = new Answer.Created(made.handle());
                to.accept(told(asked, made.verdict(), created, caller).withFlags(made.flags()));
              });
      case Request.Delete(var handle) ->
          done(asked, node.revisions().delete(handle, by), caller, to);
      case Request.Add(var handle, var values) ->
          done(asked, node.revisions().add(handle, values, by), caller, to);
      case Request.Modify(var handle, var values) ->
          done(asked, node.revisions().modify(handle, values, by), caller, to);
      case Request.Remove(var handle, var indexes) ->
          done(asked, node.revisions().remove(handle, indexes, by), caller, to);
      case Request.ListHandles(var handle) -> listing.list(asked, handle, authority, caller, to);
      case Request.ListPrefixes _ ->
          to.accept(
              node.success(
                  asked,
                  new Answer.Handles(
                      node.prefixes().all().stream()
                          .map(prefix -> Identifier.OF_PREFIX + prefix.name())
                          .toList())));
      case Request.Login(var who) ->
          to.accept(node.ended(asked, signIn.login(authority, caller), signIn.shown(who), caller));
      default -> throw new IllegalArgumentException("needs no proof: " + asked.body());
    }
  }

  private void done(Message asked, Verdict verdict, Caller caller, Consumer<Message> to) {
    to.accept(told(asked, verdict, new Answer.Done(), caller));
  }

  private Message told(Message asked, Verdict verdict, Answer success, Caller caller) {
    if (verdict.ok()) {
      return node.success(asked, success);
    }
    node.counting().refused(verdict.result(), asked.body(), caller);
    return Message.answer(asked, verdict.result(), new Answer.Refused(verdict.sentence()));
  }
}
