package dev.hpasteward.cluster.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.certificate.PairRefusedException;
import dev.hpasteward.certificate.PemCertificates;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what the API server trusts is what the pods serve. */
final class BundleCheck {

  private static final String REMEDY =
      "see who writes it: the log of the pod that leads (--certificate-secret), cert-manager's"
          + " cainjector, or whoever runs certs/make and applies your kustomization";

  private BundleCheck() {}

  /**
   * Judges all webhooks of one configuration.
   *
   * @param configuration as it is stored
   * @param chain what is served, the leaf first; empty if nobody knows
   */
  static List<Diagnosis> of(JsonNode configuration, List<X509Certificate> chain, Instant now) {
    String about = "caBundle of " + configuration.path("kind").asText("a webhook configuration");
    Set<Diagnosis> diagnoses = new LinkedHashSet<>();
    for (JsonNode webhook : configuration.path("webhooks")) {
      String bundle = webhook.at("/clientConfig/caBundle").asText("");
      String name = webhook.path("name").asText();
      if (bundle.isEmpty()) {
        diagnoses.add(
            Diagnosis.fail(about, name + " has none: the API server trusts nobody", REMEDY));
      } else {
        diagnoses.add(judge(about, name, bundle, chain, now));
      }
    }
    return List.copyOf(diagnoses);
  }

  private static Diagnosis judge(
      String about, String name, String bundle, List<X509Certificate> chain, Instant now) {
    List<X509Certificate> authorities;
    try {
      authorities =
          PemCertificates.parse(
              new String(Base64.getMimeDecoder().decode(bundle), UTF_8), "that of " + name);
    } catch (PairRefusedException | IllegalArgumentException e) {
      return Diagnosis.fail(about, String.valueOf(e.getMessage()), REMEDY);
    }
    if (chain.isEmpty()) {
      return Diagnosis.skip(
          about,
          "it is a certificate; whether the served one is by it is not known",
          "use a kubeconfig that may read the Secret");
    }
    return verifies(chain, authorities, now)
        ? Diagnosis.ok(about, "it verifies the served certificate")
        : Diagnosis.fail(
            about, "that of %s does not verify the served certificate".formatted(name), REMEDY);
  }

  /** The path alone: names and dates of the leaf are judged elsewhere. */
  static boolean verifies(
      List<X509Certificate> chain, List<X509Certificate> authorities, Instant now) {
    try {
      PKIXParameters parameters =
          new PKIXParameters(
              authorities.stream()
                  .map(authority -> new TrustAnchor(authority, null))
                  .collect(Collectors.toSet()));
      parameters.setRevocationEnabled(false);
      Instant end = chain.get(0).getNotAfter().toInstant();
      parameters.setDate(Date.from(now.isBefore(end) ? now : end));
      List<X509Certificate> path =
          chain.stream().filter(certificate -> !authorities.contains(certificate)).toList();
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
