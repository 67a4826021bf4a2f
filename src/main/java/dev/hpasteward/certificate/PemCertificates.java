package dev.hpasteward.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;

/** Reads certificates from PEM text. */
final class PemCertificates {
  private PemCertificates() {}

  /**
   * All certificates in the text, in its order; at least one.
   *
   * @param file where the text is from, for the message
   */
  static List<X509Certificate> parse(String pem, Path file) throws PairRefusedException {
    List<X509Certificate> certificates = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
        if (block instanceof X509CertificateHolder holder) {
          certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
      }
    } catch (IOException | CertificateException | RuntimeException e) {
      // The parser meets arbitrary bytes here, and some of them it answers with runtime exceptions.
      throw new PairRefusedException(file + " holds a broken PEM block: " + e.getMessage());
    }
    if (certificates.isEmpty()) {
      throw new PairRefusedException(
          file + " holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)");
    }
    return certificates;
  }
}
