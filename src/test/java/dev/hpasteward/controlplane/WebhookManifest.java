package dev.hpasteward.controlplane;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code deploy/webhooks.yaml}, which the tests install as it is but for the address. */
public final class WebhookManifest {

  /** The label of a namespace that the shared program is not asked about. */
  public static final String SPARED_LABEL = "test.hpa-steward.dev/spared";

  private static final Path FILE = Path.of("deploy", "webhooks.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> configurations;

  private WebhookManifest(List<JsonNode> configurations) {
    this.configurations = configurations;
  }

  /**
   * The configurations with a URL in place of the Service.
   *
   * @param url where the webhook is, such as {@code https://127.0.0.1:8443}
   * @param authority the certificate authority to trust, as PEM
   */
  public static WebhookManifest at(String url, String authority) {
    List<JsonNode> configurations = documents();
    String bundle =
        Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.US_ASCII));
    for (JsonNode configuration : configurations) {
      for (JsonNode webhook : configuration.path("webhooks")) {
        ObjectNode config = (ObjectNode) webhook.path("clientConfig");
        String path = config.path("service").path("path").asText();
        config.removeAll();
        config.put("url", url + path).put("caBundle", bundle);
      }
    }
    return new WebhookManifest(configurations);
  }

  /** Under another name, and asked about one namespace only. */
  public WebhookManifest narrowedTo(String name, String namespace) {
    for (JsonNode configuration : withoutPolicies()) {
      ((ObjectNode) configuration.path("metadata")).put("name", name);
      for (JsonNode webhook : configuration.path("webhooks")) {
        ((ObjectNode) webhook)
            .putObject("namespaceSelector")
            .putObject("matchLabels")
            .put("kubernetes.io/metadata.name", namespace);
      }
    }
    return this;
  }

  /**
   * Every review that fails stops its write, that of the mutation too.
   *
   * @param seconds after which one has failed, 1 to 30
   */
  public WebhookManifest failingClosed(int seconds) {
    for (JsonNode configuration : configurations) {
      for (JsonNode webhook : configuration.path("webhooks")) {
        ((ObjectNode) webhook).put("failurePolicy", "Fail").put("timeoutSeconds", seconds);
      }
    }
    return this;
  }

  /** Validation is asked of another program. */
  public WebhookManifest validatingAt(String url) {
    for (JsonNode configuration : configurations) {
      if (configuration.path("kind").asText().equals("ValidatingWebhookConfiguration")) {
        for (JsonNode webhook : configuration.path("webhooks")) {
          ((ObjectNode) webhook.path("clientConfig")).put("url", url + "/validate");
        }
      }
    }
    return this;
  }

  /** Not asked about namespaces that have the label. */
  WebhookManifest sparingLabelledNamespaces() {
    for (JsonNode configuration : withoutPolicies()) {
      for (JsonNode webhook : configuration.path("webhooks")) {
        ((ArrayNode) webhook.path("namespaceSelector").path("matchExpressions"))
            .addObject()
            .put("key", SPARED_LABEL)
            .put("operator", "DoesNotExist");
      }
    }
    return this;
  }

  /**
   * What is beside all namespaces can't be kept apart: tests of ScalingPolicies register their own.
   */
  private List<JsonNode> withoutPolicies() {
    for (JsonNode configuration : configurations) {
      ((ArrayNode) configuration.path("webhooks"))
          .removeIf(webhook -> webhook.path("name").asText().startsWith("scalingpolicies."));
    }
    return configurations;
  }

  public void install(Kubectl kubectl) {
    for (JsonNode configuration : configurations) {
      kubectl.runWithInput(configuration.toString(), "apply", "-f", "-").output();
    }
  }

  public void remove(Kubectl kubectl) {
    for (JsonNode configuration : configurations) {
      kubectl.runWithInput(configuration.toString(), "delete", "-f", "-").output();
    }
  }

  private static List<JsonNode> documents() {
    List<JsonNode> documents = new ArrayList<>();
    try {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      yaml.loadAll(Files.readString(FILE)).forEach(d -> documents.add(JSON.valueToTree(d)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }
}
