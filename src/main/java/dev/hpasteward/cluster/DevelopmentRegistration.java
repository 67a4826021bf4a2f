package dev.hpasteward.cluster;

import dev.hpasteward.model.StewardKeys;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Registers this process as a webhook of a developer's cluster, and takes that back. What is
 * registered is what {@code deploy/webhooks.yaml} installs, under a name of its own, with a URL in
 * place of the Service, and with failurePolicy Ignore: a killed process must not lock a cluster.
 */
@ApplicationScoped
public class DevelopmentRegistration {

  /** The name of both configurations; apart from an installation's, which stays untouched. */
  public static final String NAME = "hpa-steward-development";

  private static final String MANIFEST = "webhooks.yaml";

  private final ClusterConnection connection;
  private final List<HasMetadata> registered = new ArrayList<>();

  DevelopmentRegistration(ClusterConnection connection) {
    this.connection = connection;
  }

  /**
   * Creates both configurations, or takes over those that a killed process left.
   *
   * @param url where the API server reaches this process, such as {@code https://127.0.0.1:8443}
   * @param authority the certificate authority to trust, as PEM
   * @return the API server's address
   * @throws IllegalStateException if there is no cluster or it refuses; it says what to do
   */
  public synchronized String register(String url, String authority) {
    KubernetesClient client =
        connection
            .client()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "there is no cluster to register with: give --kubeconfig or set KUBECONFIG"));
    try {
      for (HasMetadata configuration : configurations(client, url, authority)) {
        registered.add(
            client
                .resource(configuration)
                .fieldManager(StewardKeys.FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply());
      }
    } catch (KubernetesClientException e) {
      registered.forEach(configuration -> delete(client, configuration));
      registered.clear();
      throw new IllegalStateException(
          "could not register with %s: %s".formatted(client.getMasterUrl(), Reason.of(e)), e);
    }
    return client.getMasterUrl().toString();
  }

  /**
   * Deletes what was registered. What is already gone is fine, and what another process has taken
   * over since is that one's.
   *
   * @return whether there was anything to delete
   * @throws IllegalStateException if the API server can't be asked; it says what to delete
   */
  public synchronized boolean remove() {
    Optional<KubernetesClient> client = connection.client();
    if (registered.isEmpty() || client.isEmpty()) {
      return false;
    }
    try {
      return registered.stream()
              .filter(configuration -> delete(client.get(), configuration))
              .count()
          > 0;
    } catch (KubernetesClientException e) {
      throw new IllegalStateException(
          "could not remove the webhook configurations %s: %s".formatted(NAME, Reason.of(e)), e);
    } finally {
      registered.clear();
    }
  }

  private static boolean delete(KubernetesClient client, HasMetadata configuration) {
    try {
      client.resource(configuration).lockResourceVersion().delete();
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private static List<HasMetadata> configurations(
      KubernetesClient client, String url, String authority) {
    try (InputStream manifest = DevelopmentRegistration.class.getResourceAsStream(MANIFEST)) {
      if (manifest == null) {
        throw new IllegalStateException(MANIFEST + " is missing from the program");
      }
      List<HasMetadata> configurations = client.load(manifest).items();
      configurations.forEach(configuration -> adapt(configuration, url, authority));
      return configurations;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void adapt(HasMetadata configuration, String url, String authority) {
    configuration.getMetadata().setName(NAME);
    if (configuration instanceof MutatingWebhookConfiguration mutating) {
      for (MutatingWebhook webhook : mutating.getWebhooks()) {
        webhook.setClientConfig(at(webhook.getClientConfig(), url, authority));
        webhook.setFailurePolicy("Ignore");
      }
    } else if (configuration instanceof ValidatingWebhookConfiguration validating) {
      for (ValidatingWebhook webhook : validating.getWebhooks()) {
        webhook.setClientConfig(at(webhook.getClientConfig(), url, authority));
        webhook.setFailurePolicy("Ignore");
      }
    }
  }

  private static WebhookClientConfig at(WebhookClientConfig config, String url, String authority) {
    return new WebhookClientConfigBuilder()
        .withUrl(url + config.getService().getPath())
        .withCaBundle(
            Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.UTF_8)))
        .build();
  }
}
