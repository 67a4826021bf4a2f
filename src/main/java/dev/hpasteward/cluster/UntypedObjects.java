package dev.hpasteward.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.quarkus.kubernetes.client.KubernetesClientObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * How the program's clients read what the API server sends. The client knows a class for each kind
 * of Kubernetes, and would make an object of it of each change that is watched, to throw it away:
 * what is watched is read as it is. So it is told of no kinds but those that it needs.
 */
final class UntypedObjects {

  UntypedObjects() {}

  /** In place of the one that knows all kinds. */
  @Produces
  @Singleton
  KubernetesSerialization serialization(@KubernetesClientObjectMapper ObjectMapper mapper) {
    KubernetesSerialization serialization = new KubernetesSerialization(mapper, false);
    // Why a watch ended: a list that is too old begins anew at once.
    serialization.registerKubernetesResource(Status.class);
    // Read from a manifest, and changed, by DevelopmentRegistration.
    serialization.registerKubernetesResource(MutatingWebhookConfiguration.class);
    serialization.registerKubernetesResource(ValidatingWebhookConfiguration.class);
    return serialization;
  }
}
