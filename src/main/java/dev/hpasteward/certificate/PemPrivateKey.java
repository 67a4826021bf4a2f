package dev.hpasteward.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * Reads a private key from PEM text: PKCS #8, or the older forms for RSA and EC alone, which
 * cert-manager writes unless told otherwise.
 */
final class PemPrivateKey {

  /** Object identifiers of RFC 8017 (RSA), RFC 5480 (EC) and RFC 8410 (Ed25519). */
  private static final Map<String, String> ALGORITHMS =
      Map.of("1.2.840.113549.1.1.1", "RSA", "1.2.840.10045.2.1", "EC", "1.3.101.112", "Ed25519");

  private static final Pattern ONLY_PKCS8 =
      Pattern.compile(
          "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\r\\n]++)-----END PRIVATE KEY-----[\\r\\n]*+");

  private PemPrivateKey() {}

  /**
   * The first private key in the text.
   *
   * @param file where the text is from, for the message
   */
  static PrivateKey parse(String pem, String file) throws PairRefusedException {
    Optional<PrivateKey> usual = byTheJdk(pem);
    if (usual.isPresent()) {
      return usual.get();
    }
    PrivateKeyInfo encoded = find(pem, file);
    String identifier = encoded.getPrivateKeyAlgorithm().getAlgorithm().getId();
    String algorithm = ALGORITHMS.get(identifier);
    if (algorithm == null) {
      throw new PairRefusedException(
          file + " holds a key of kind " + identifier + "; supported are RSA, EC and Ed25519");
    }
    try {
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(encoded.getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw new PairRefusedException(
          file + " holds a key that is broken or on a curve without support; P-256 and RSA work");
    }
  }

  /**
   * The key of a text that holds one block of PKCS #8 and nothing else; else empty. See {@link
   * PemCertificates} for why.
   */
  private static Optional<PrivateKey> byTheJdk(String pem) {
    Matcher block = ONLY_PKCS8.matcher(pem);
    if (!block.matches()) {
      return Optional.empty();
    }
    for (String algorithm : ALGORITHMS.values()) {
      try {
        byte[] encoded = Base64.getMimeDecoder().decode(block.group(1));
        return Optional.of(
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        // Of another kind, or broken: Bouncy Castle tells which.
      }
    }
    return Optional.empty();
  }

  private static PrivateKeyInfo find(String pem, String file) throws PairRefusedException {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
        if (block instanceof PrivateKeyInfo key) {
          return key;
        }
        if (block instanceof PEMKeyPair pair) {
          return pair.getPrivateKeyInfo();
        }
        if (block instanceof PKCS8EncryptedPrivateKeyInfo || block instanceof PEMEncryptedKeyPair) {
          throw new PairRefusedException(
              file + " is protected by a password; store the key without one");
        }
      }
    } catch (IOException | RuntimeException e) {
      // The cause is left out: it might quote the key.
      throw new PairRefusedException(file + " holds a broken PEM block");
    }
    throw new PairRefusedException(
        file + " holds no private key in PEM form (-----BEGIN PRIVATE KEY-----)");
  }
}
