package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.manifest.Patch;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An overlay changes what it says, and nothing else of the base. */
class OverlayDifferencesIT {

  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  private static final JsonNode BASE = objects(Overlay.kustomize(Path.of("deploy", "base")));

  /** As a JSON patch of the base's objects; each of them is found by its kind and name. */
  private static String difference(Overlay overlay) {
    return switch (overlay) {
      case SELF_MANAGED_CERTS ->
          """
          add /ClusterRole hpa-steward-certificates
          add /ClusterRoleBinding hpa-steward-certificates
          add /Deployment hpa-steward/spec/template/spec/containers/0/args/2
          add /Role hpa-steward-certificates
          add /RoleBinding hpa-steward-certificates
          """;
      case AUDIT ->
          difference(Overlay.SELF_MANAGED_CERTS)
              + """
              replace /ConfigMap hpa-steward-policy/data/policy.yaml
              replace /ValidatingWebhookConfiguration hpa-steward/webhooks/0/failurePolicy
              """;
      case EKS_HOSTNETWORK ->
          difference(Overlay.SELF_MANAGED_CERTS)
              + """
              add /Deployment hpa-steward/spec/template/spec/dnsPolicy
              add /Deployment hpa-steward/spec/template/spec/hostNetwork
              remove /NetworkPolicy hpa-steward
              replace /Namespace hpa-steward/metadata/labels/pod-security.kubernetes.io~1enforce
              """;
      case CERT_MANAGER ->
          MOUNT
              + """
              add /Certificate hpa-steward
              add /Certificate hpa-steward-authority
              add /Issuer hpa-steward
              add /Issuer hpa-steward-self-signed
              add /MutatingWebhookConfiguration hpa-steward/metadata/annotations
              add /ValidatingWebhookConfiguration hpa-steward/metadata/annotations
              """;
      case CERTS_DIR ->
          MOUNT
              + """
              add /MutatingWebhookConfiguration hpa-steward/webhooks/0/clientConfig/caBundle
              add /Secret hpa-steward-certificate
              add /ValidatingWebhookConfiguration hpa-steward/webhooks/0/clientConfig/caBundle
              add /ValidatingWebhookConfiguration hpa-steward/webhooks/1/clientConfig/caBundle
              add /ValidatingWebhookConfiguration hpa-steward/webhooks/2/clientConfig/caBundle
              """;
    };
  }

  private static final String MOUNT =
      """
      add /Deployment hpa-steward/spec/template/spec/containers/0/args/2
      add /Deployment hpa-steward/spec/template/spec/containers/0/volumeMounts/0
      add /Deployment hpa-steward/spec/template/spec/volumes/0
      """;

  @ParameterizedTest
  @EnumSource
  void anOverlayChangesOfTheBaseOnlyWhatItSays(Overlay overlay) {
    JsonNode patch = Patch.between(BASE, objects(overlay.rendered()));

    assertThat(patch)
        .extracting(
            operation -> operation.get("op").asText() + " " + operation.get("path").asText())
        .containsExactlyInAnyOrderElementsOf(difference(overlay).lines().toList());
  }

  private static JsonNode objects(String rendered) {
    ObjectNode objects = JsonNodeFactory.instance.objectNode();
    Stream.of(rendered.split("(?m)^---$"))
        .map(document -> YAML.unmarshal(document, JsonNode.class))
        .forEach(
            object ->
                assertThat(objects.replace(name(object), object))
                    .as("another %s", name(object))
                    .isNull());
    return objects;
  }

  private static String name(JsonNode object) {
    return object.path("kind").asText() + " " + object.at("/metadata/name").asText();
  }
}
