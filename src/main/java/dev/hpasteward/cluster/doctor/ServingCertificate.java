package dev.hpasteward.cluster.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hpasteward.certificate.PairRefusedException;
import dev.hpasteward.certificate.PemCertificates;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * The certificate that the pods serve, as the Secret has it.
 *
 * @param diagnosis what was found
 * @param chain the certificates, the served one first; empty if they can't be read
 */
record ServingCertificate(Diagnosis diagnosis, List<X509Certificate> chain) {

  /** Whoever renews does so weeks before. */
  private static final Duration SOON = Duration.ofDays(7);

  private static final String ABOUT = "certificate";
  private static final String RENEW =
      "see why it is not renewed: the log of the pod that leads, cert-manager's, or certs/make";

  ServingCertificate {
    chain = List.copyOf(chain);
  }

  /**
   * Judges it.
   *
   * @param secret the answer to a request for the Secret
   * @param name the Secret as namespace/name
   * @param host whom the API server asks, such as {@code hpa-steward.hpa-steward.svc}
   */
  static ServingCertificate of(Answer secret, String name, String host, Instant now) {
    if (secret.missing()) {
      return without(
          Diagnosis.fail(
              ABOUT,
              "there is no Secret " + name,
              "see the log of the pod that leads; cert-manager's; or run certs/make and apply"));
    }
    if (!secret.succeeded()) {
      return without(Diagnosis.unread(ABOUT, secret));
    }
    String place = "tls.crt of the Secret " + name;
    try {
      String encoded = secret.body().path("data").path("tls.crt").asText("");
      List<X509Certificate> chain =
          PemCertificates.parse(new String(Base64.getMimeDecoder().decode(encoded), UTF_8), place);
      return new ServingCertificate(judge(chain.get(0), place, host, now), chain);
    } catch (PairRefusedException | IllegalArgumentException e) {
      return without(
          Diagnosis.fail(
              ABOUT, String.valueOf(e.getMessage()), "delete the Secret and have it made again"));
    }
  }

  private static ServingCertificate without(Diagnosis diagnosis) {
    return new ServingCertificate(diagnosis, List.of());
  }

  private static Diagnosis judge(X509Certificate leaf, String place, String host, Instant now) {
    Instant end = leaf.getNotAfter().toInstant();
    if (now.isBefore(leaf.getNotBefore().toInstant())) {
      return Diagnosis.fail(
          ABOUT,
          "%s is not valid before %s".formatted(place, leaf.getNotBefore().toInstant()),
          "set the clocks right: of this machine or of whoever made it");
    }
    if (!now.isBefore(end)) {
      return Diagnosis.fail(ABOUT, "%s ended %s".formatted(place, end), RENEW);
    }
    List<String> names = names(leaf);
    if (!names.contains(host)) {
      return Diagnosis.fail(
          ABOUT,
          "%s is for %s, and the API server asks %s".formatted(place, names, host),
          "have one made with that name");
    }
    return end.isBefore(now.plus(SOON))
        ? Diagnosis.warn(ABOUT, "%s ends soon: %s".formatted(place, end), RENEW)
        : Diagnosis.ok(ABOUT, "%s is for %s until %s".formatted(place, host, end));
  }

  private static List<String> names(X509Certificate leaf) {
    try {
      Collection<List<?>> names = leaf.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream().map(name -> String.valueOf(name.get(1))).toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }
}
