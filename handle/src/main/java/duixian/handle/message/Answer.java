package duixian.handle.message;

import duixian.handle.value.HandleValue;
import java.util.List;

/// What a server says.
@SuppressWarnings("ArrayRecordComponent")
public sealed interface Answer extends Body {
  /// The values of an identifier: the answer to a resolve and to a login.
  record Values(String handle, List<HandleValue> values) implements Answer {}

  record Created(String handle) implements Answer {}

  record Handles(List<String> handles) implements Answer {}

  /// A site as the bytes of its record.
  record Site(byte[] record) implements Answer {}

  /// Prove who you are: sign nonce and digest of your request.
  record Challenge(byte[] nonce) implements Answer {}

  /// Ask there instead: a service identifier, or the site values themselves.
  record Referral(String handle, List<HandleValue> values) implements Answer {}

  record SessionSetup(int mode, byte[] data) implements Answer {}

  record Verified(boolean right) implements Answer {}

  /// Done, with nothing to tell.
  record Done() implements Answer {}

  /// Refused; the sentence is for people and may be empty.
  record Refused(String sentence) implements Answer {}

  /// Refused, naming the values it is about.
  record RefusedValues(String sentence, List<Integer> indexes) implements Answer {}

  /// An answer we do not know, kept as it came.
  record Unknown(byte[] bytes) implements Answer {}
}
