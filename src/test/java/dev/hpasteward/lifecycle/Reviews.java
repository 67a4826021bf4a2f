package dev.hpasteward.lifecycle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What clients of the webhook send, and whom they trust. */
final class Reviews {

  private Reviews() {}

  /** A labelled HPA whose CPU target is too high: allowed only by mistake. */
  static byte[] denied() {
    return """
        {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
          "uid": "1", "operation": "CREATE", "namespace": "voice",
          "kind": {"group": "autoscaling", "version": "v2", "kind": "HorizontalPodAutoscaler"},
          "resource": {"group": "autoscaling", "version": "v2", "resource": "horizontalpodautoscalers"},
          "object": {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler",
            "metadata": {"labels": {"hpa-steward.dev/service-type": "agent"},
              "name": "agent", "namespace": "voice"},
            "spec": {
              "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "agent"},
              "maxReplicas": 10,
              "metrics": [{"type": "Resource", "resource": {"name": "cpu",
                "target": {"type": "Utilization", "averageUtilization": 90}}}]}}}}
        """
        .getBytes(US_ASCII);
  }

  /** The same in a body of this many bytes. */
  static byte[] denied(int size) {
    byte[] review = denied();
    return (" ".repeat(size - review.length) + new String(review, US_ASCII)).getBytes(US_ASCII);
  }

  /** TLS that trusts this authority alone. */
  static SSLContext trusting(String authority) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      trusted.setCertificateEntry(
          "authority",
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(authority.getBytes(US_ASCII))));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
