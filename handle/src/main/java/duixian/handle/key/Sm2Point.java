package duixian.handle.key;

import duixian.handle.value.Malformed;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.jce.ECNamedCurveTable;

/// A public SM2 key: a point on the curve sm2p256v1 (GB/T 32918); signatures use the usual user id.
public record Sm2Point(ECPublicKeyParameters key) {
  static final ECDomainParameters CURVE = curve();

  private static ECDomainParameters curve() {
    var named = ECNamedCurveTable.getParameterSpec("sm2p256v1");
    return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
  }

  static Sm2Point of(byte[] encoded) {
    try {
      return new Sm2Point(new ECPublicKeyParameters(CURVE.getCurve().decodePoint(encoded), CURVE));
    } catch (IllegalArgumentException e) {
      throw new Malformed("SM2 point: " + e.getMessage());
    }
  }

  boolean verifies(byte[] signed, byte[] signature) {
    var signer = new SM2Signer();
    signer.init(false, key);
    signer.update(signed, 0, signed.length);
    return signer.verifySignature(signature);
  }

  byte[] toBytes() {
    return key.getQ().getEncoded(false);
  }
}
