package dev.hpasteward.cluster.certificate;

import dev.hpasteward.cluster.Reason;
import dev.hpasteward.cluster.leadership.Leadership;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import jakarta.inject.Singleton;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Writes the Secret and the caBundles, if this process leads. Each write is on the state that its
 * plan was made from, and comes to nothing on any other. What fails is told once, and the next look
 * tries again.
 */
@Singleton
class CertificateWrites {

  private static final Logger LOG = Logger.getLogger(CertificateWrites.class);

  private static final Map<String, String> LABELS = Map.of("app.kubernetes.io/name", "hpa-steward");

  private final CertificateObjects objects;
  private final Leadership leadership;
  private final Map<String, String> problems = new HashMap<>();

  CertificateWrites(CertificateObjects objects, Leadership leadership) {
    this.objects = objects;
    this.leadership = leadership;
  }

  /** Makes all webhooks of the configuration trust these, if they don't yet. */
  void trust(GenericKubernetesResource configuration, TrustBundle bundle) {
    WebhookTrust trust = WebhookTrust.of(configuration);
    if (trust.is(bundle)) {
      return;
    }
    write(
        "the caBundle of " + trust.object(),
        client -> {
          client
              .genericKubernetesResources(CertificateObjects.kindOf(configuration))
              // By name it would be read first.
              .resource(configuration)
              .patch(PatchContext.of(PatchType.JSON), trust.patch(bundle));
          LOG.infof(
              "certificates: wrote the caBundle of %s; authorities trusted: %d",
              trust.object(), bundle.authorities().size());
        });
  }

  /**
   * Writes the Secret.
   *
   * @param step what is done, for the log
   * @param seen the Secret as it was seen
   * @param data what it is to hold, as text
   */
  void secret(Step step, WatchedSecret seen, Map<String, String> data) {
    write(
        "the Secret " + objects.title(),
        client -> {
          Secret wanted =
              new SecretBuilder(seen.object().orElseGet(this::emptySecret))
                  .withData(WatchedSecret.encoded(data))
                  .build();
          if (seen.object().isPresent()) {
            client.resource(wanted).lockResourceVersion(seen.version()).update();
          } else {
            client.resource(wanted).create();
          }
          LOG.infof("certificates: wrote the Secret %s: %s", objects.title(), words(step));
        });
  }

  /** Of no type that asks for a certificate: at first there is an authority only. */
  private Secret emptySecret() {
    return new SecretBuilder()
        .withNewMetadata()
        .withName(objects.name().orElseThrow())
        .withNamespace(objects.namespace().orElseThrow())
        .withLabels(LABELS)
        .endMetadata()
        .withType("Opaque")
        .build();
  }

  private static String words(Step step) {
    return switch (step) {
      case NOTHING -> "nothing";
      case ISSUE_ALL -> "a first authority, and a certificate by it";
      case ISSUE_PAIR -> "a new certificate by the same authority";
      case ANNOUNCE -> "a new authority, to be trusted before it issues";
      case SWITCH -> "a certificate by the new authority; the old one stays trusted for now";
      case RETIRE -> "the old authority is trusted no more";
    };
  }

  private interface Write {
    void by(KubernetesClient client);
  }

  private void write(String what, Write write) {
    if (!leadership.holds()) {
      return;
    }
    try {
      objects.client().ifPresent(write::by);
      problems.remove(what);
    } catch (KubernetesClientException e) {
      String reason = Reason.of(e);
      // A conflict is somebody else's write that is seen with the next look.
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT
          && !reason.equals(problems.put(what, reason))) {
        LOG.warnf("certificates: %s is not written: %s. Trying again", what, reason);
      }
    }
  }
}
