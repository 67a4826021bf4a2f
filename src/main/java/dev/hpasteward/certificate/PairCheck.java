package dev.hpasteward.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.List;

/** Makes a pair of two texts, if they fit together. */
public final class PairCheck {
  private static final byte[] PROBE =
      "does this key belong to this certificate?".getBytes(US_ASCII);

  private PairCheck() {}

  /**
   * Reads the texts and lets the key sign what the leaf's public key must then verify. A served
   * pair that fails here would break every handshake.
   *
   * @param source where the texts are from, for the message
   */
  public static CertificatePair check(PairText text, PairSource source)
      throws PairRefusedException {
    List<X509Certificate> chain = PemCertificates.parse(text.certificates(), source.certificates());
    PrivateKey key = PemPrivateKey.parse(text.key(), source.key());
    if (!belong(key, chain.get(0).getPublicKey(), source)) {
      throw new PairRefusedException(
          "%s is not the key of the first certificate in %s (serial %s); replace both together"
              .formatted(
                  source.key(),
                  source.certificates(),
                  chain.get(0).getSerialNumber().toString(16)));
    }
    return new CertificatePair(key, chain);
  }

  private static boolean belong(PrivateKey key, PublicKey publicKey, PairSource source)
      throws PairRefusedException {
    try {
      Signature signature = Signature.getInstance(signatureAlgorithm(key));
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      return verifies(signature, publicKey, signed);
    } catch (GeneralSecurityException e) {
      throw new PairRefusedException(
          source.key() + " holds a key that cannot sign: " + e.getMessage());
    }
  }

  private static boolean verifies(Signature signature, PublicKey publicKey, byte[] signed) {
    try {
      signature.initVerify(publicKey);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (InvalidKeyException | SignatureException e) {
      // The certificate's key is of another kind or length, which is one way not to belong.
      return false;
    }
  }

  /** What a key of this kind signs by. */
  static String signatureAlgorithm(PrivateKey key) {
    if (key instanceof ECKey curve) {
      int bits = curve.getParams().getOrder().bitLength();
      return bits <= 256 ? "SHA256withECDSA" : bits <= 384 ? "SHA384withECDSA" : "SHA512withECDSA";
    }
    return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "Ed25519";
  }
}
