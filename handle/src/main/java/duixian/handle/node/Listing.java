package duixian.handle.node;

import duixian.handle.message.Answer;
import duixian.handle.message.Header;
import duixian.handle.message.Message;
import duixian.handle.message.Result;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Identifier;
import duixian.handle.registry.Prefix;
import duixian.handle.registry.Rights;
import duixian.handle.store.Channel;
import duixian.handle.store.Page;
import duixian.handle.value.AdminRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/// Lists the identifiers of a prefix, page by page; all messages but the last say that more follow.
///
/// On UDP, where they could overtake each other, one page is all there is.
final class Listing {
  private final Node node;
  private final Rights rights;

  Listing(Node node, Rights rights) {
    this.node = node;
    this.rights = rights;
  }

  void list(
      Message asked, String handle, Authority authority, Caller caller, Consumer<Message> to) {
    var id = Identifier.parse(handle);
    var name = id == null ? null : id.described();
    if (name == null || !(node.prefixes().get(name) instanceof Prefix.Allotted prefix)) {
      to.accept(node.refused(asked, Result.HANDLE_NOT_FOUND, caller));
      return;
    }
    if (!rights.may(authority, AdminRecord.LIST_HANDLES, prefix, List.of())) {
      to.accept(node.refused(asked, Result.NO_PERMISSION, caller));
      return;
    }
    node.counting().listed(handle, caller);
    var start = (name + "/").getBytes(StandardCharsets.UTF_8);
    var page = node.store().scan(start, null, Node.PAGE);
    while (true) {
      var next = page.next();
      var last = next == null || caller.channel() == Channel.UDP;
      var answer = node.success(asked, new Answer.Handles(names(page)));
      to.accept(last ? answer : answer.withFlags(Header.CONTINUOUS));
      if (last) {
        return;
      }
      page = node.store().scan(start, next, Node.PAGE);
    }
  }

  static List<String> names(Page page) {
    return page.rows().stream().map(r -> new String(r.key(), StandardCharsets.UTF_8)).toList();
  }
}
