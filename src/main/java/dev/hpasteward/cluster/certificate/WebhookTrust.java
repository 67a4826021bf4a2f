package dev.hpasteward.cluster.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Whom the webhooks of one configuration trust.
 *
 * @param object kind and name, for people
 * @param version its resourceVersion
 * @param webhooks each one, in its order
 */
record WebhookTrust(String object, String version, List<Webhook> webhooks) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One webhook.
   *
   * @param name such as {@code validate.hpa-steward.dev}
   * @param caBundle whom it trusts, as text; empty if it has none
   * @param byService whether it is called by a Service, not by a URL
   */
  record Webhook(String name, String caBundle, boolean byService) {}

  WebhookTrust {
    webhooks = List.copyOf(webhooks);
  }

  static WebhookTrust of(GenericKubernetesResource configuration) {
    List<Webhook> webhooks = new ArrayList<>();
    List<?> entries = configuration.get("webhooks") instanceof List<?> list ? list : List.of();
    for (int i = 0; i < entries.size(); i++) {
      Object name = configuration.get("webhooks", i, "name");
      Object bundle = configuration.get("webhooks", i, "clientConfig", "caBundle");
      webhooks.add(
          new Webhook(
              String.valueOf(name),
              bundle instanceof String text
                  ? new String(Base64.getDecoder().decode(text), ISO_8859_1)
                  : "",
              configuration.get("webhooks", i, "clientConfig", "service") != null));
    }
    return new WebhookTrust(
        configuration.getKind() + " " + configuration.getMetadata().getName(),
        configuration.getMetadata().getResourceVersion(),
        webhooks);
  }

  /** Whether every webhook trusts exactly these. */
  boolean is(TrustBundle bundle) {
    String wanted = bundle.pem();
    return webhooks.stream().allMatch(webhook -> webhook.caBundle().equals(wanted));
  }

  boolean byService() {
    return webhooks.stream().anyMatch(Webhook::byService);
  }

  boolean anybody() {
    return webhooks.stream().anyMatch(webhook -> !webhook.caBundle().isEmpty());
  }

  /** All that any webhook of these configurations trusts. */
  static TrustBundle ofAll(List<WebhookTrust> configurations) {
    return new TrustBundle(
        configurations.stream()
            .flatMap(configuration -> configuration.webhooks().stream())
            .map(Webhook::caBundle)
            .distinct()
            .flatMap(bundle -> TrustBundle.read(bundle).authorities().stream())
            .toList());
  }

  /** A JSON patch that makes them trust these, and comes to nothing if anything has changed. */
  String patch(TrustBundle bundle) {
    String encoded = Base64.getEncoder().encodeToString(bundle.pem().getBytes(ISO_8859_1));
    ArrayNode operations = JSON.createArrayNode();
    operations
        .addObject()
        .put("op", "replace")
        .put("path", "/metadata/resourceVersion")
        .put("value", version);
    for (int i = 0; i < webhooks.size(); i++) {
      operations
          .addObject()
          .put("op", "add")
          .put("path", "/webhooks/" + i + "/clientConfig/caBundle")
          .put("value", encoded);
    }
    return operations.toString();
  }
}
