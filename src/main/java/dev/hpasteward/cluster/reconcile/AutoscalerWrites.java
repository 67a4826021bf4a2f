package dev.hpasteward.cluster.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.model.StewardKeys;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Optional;

/**
 * The two writes. Each carries the version that it is based on: one that comes too late gets 409
 * and changes nothing.
 */
final class AutoscalerWrites {

  private static final ResourceDefinitionContext KIND =
      new ResourceDefinitionContext.Builder()
          .withGroup("autoscaling")
          .withVersion("v2")
          .withKind("HorizontalPodAutoscaler")
          .withPlural("horizontalpodautoscalers")
          .withNamespaced(true)
          .build();

  private final KubernetesClient client;

  AutoscalerWrites(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Applies an HPA. One that is stored is forced: its fields are the policy's. A new one is not, so
   * that it never takes the fields of somebody else's that was created just now.
   *
   * @return the uid of the HPA
   * @throws KubernetesClientException if the API server refuses or is away
   */
  String apply(String namespace, JsonNode body, Optional<Step.Replaced> replaced) {
    ObjectNode whole = body.deepCopy();
    replaced.ifPresent(stored -> require((ObjectNode) whole.get("metadata"), stored));
    GenericKubernetesResource resource =
        client
            .getKubernetesSerialization()
            .unmarshal(whole.toString(), GenericKubernetesResource.class);
    var operation =
        autoscalers(namespace).resource(resource).fieldManager(StewardKeys.FIELD_MANAGER);
    GenericKubernetesResource stored =
        replaced.isPresent()
            ? operation.forceConflicts().serverSideApply()
            : operation.serverSideApply();
    return stored.getMetadata().getUid();
  }

  /** The API server takes the object for none but this one. */
  private static void require(ObjectNode metadata, Step.Replaced stored) {
    metadata.put("resourceVersion", stored.resourceVersion());
    stored.uid().ifPresent(uid -> metadata.put("uid", uid));
  }

  /**
   * Deletes an HPA if it is still of this version.
   *
   * @throws KubernetesClientException if the API server refuses or is away
   */
  void delete(String namespace, String name, String resourceVersion) {
    GenericKubernetesResource resource = new GenericKubernetesResource();
    resource.setApiVersion("autoscaling/v2");
    resource.setKind("HorizontalPodAutoscaler");
    resource.setMetadata(new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
    autoscalers(namespace).resource(resource).lockResourceVersion(resourceVersion).delete();
  }

  private NonNamespaceOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      autoscalers(String namespace) {
    return client.genericKubernetesResources(KIND).inNamespace(namespace);
  }
}
