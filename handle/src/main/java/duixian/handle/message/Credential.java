package duixian.handle.message;

import duixian.handle.value.Input;
import duixian.handle.value.Output;
import duixian.handle.value.Reference;

/// The signature or MAC behind a body; it covers header and body, not the envelope.
///
/// In a session the signer has no name, and its index counts the messages, so that none can be
/// replayed.
@SuppressWarnings("ArrayRecordComponent")
public record Credential(
    int options, Reference signer, String kind, String algorithm, byte[] signature) {
  public static final String SIGNED = "HS_SIGNED";
  public static final String MAC = "HS_MAC";

  public int counter() {
    return signer.index();
  }

  static Credential read(Input in) {
    var options = in.int4();
    var signer = new Reference(in.text(), in.int4());
    var kind = in.text();
    var proof = new Input(in.block());
    return new Credential(options, signer, kind, proof.text(), proof.block());
  }

  void write(Output out) {
    out.int4(options).text(signer.handle()).int4(signer.index()).text(kind);
    out.block(new Output().text(algorithm).block(signature).toBytes());
  }
}
