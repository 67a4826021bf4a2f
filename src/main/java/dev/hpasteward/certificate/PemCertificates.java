package dev.hpasteward.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;

/** Certificates as PEM text. */
public final class PemCertificates {
  private static final Pattern ONLY_CERTIFICATES =
      Pattern.compile(
          "(-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\r\\n]++-----END CERTIFICATE-----[\\r\\n]*+)++");

  private PemCertificates() {}

  /**
   * All certificates in the text, in its order; at least one.
   *
   * @param file where the text is from, for the message
   */
  public static List<X509Certificate> parse(String pem, String file) throws PairRefusedException {
    List<X509Certificate> certificates = new ArrayList<>(byTheJdk(pem));
    if (!certificates.isEmpty()) {
      return certificates;
    }
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

  /**
   * Those of a text that holds nothing else, which is the usual one; else empty. The JDK tells not
   * what is wrong with others, but at the start of a process it is there, while Bouncy Castle,
   * which comes in signed jars, takes a tenth of a second to load.
   */
  private static List<X509Certificate> byTheJdk(String pem) {
    if (!ONLY_CERTIFICATES.matcher(pem).matches()) {
      return List.of();
    }
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem.getBytes(US_ASCII)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      return List.of();
    }
  }

  /** One block. */
  public static String text(X509Certificate certificate) {
    try {
      return PemFile.block("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was made or read has no encoding", e);
    }
  }
}
