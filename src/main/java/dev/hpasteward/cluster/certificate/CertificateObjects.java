package dev.hpasteward.cluster.certificate;

import dev.hpasteward.cluster.ClusterConnection;
import dev.hpasteward.cluster.leadership.LeaseLeadership;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The Secret and the webhook configurations, watched if a Secret is named; else nothing is. */
@ApplicationScoped
class CertificateObjects {

  /** What reads the policy waits for seconds; this does not. */
  private static final int EARLY = 500;

  /** The name of the Service by which API servers reach the webhook. */
  static final String SERVICE = "hpa-steward";

  private static final List<ResourceDefinitionContext> KINDS =
      List.of(
          kind("MutatingWebhookConfiguration", "mutatingwebhookconfigurations"),
          kind("ValidatingWebhookConfiguration", "validatingwebhookconfigurations"));

  private final ClusterConnection connection;
  private final LeaseLeadership leadership;
  private final Optional<String> name;
  private final String configurations;
  private final List<String> furtherNames;
  private final NamedWatch<Secret> secretWatch;
  private final List<NamedWatch<GenericKubernetesResource>> configurationWatches;
  private @Nullable WatchedSecret seen;
  private boolean stopped;

  CertificateObjects(
      ClusterConnection connection,
      LeaseLeadership leadership,
      @ConfigProperty(name = "hpa-steward.certificate-secret") Optional<String> name,
      @ConfigProperty(name = "hpa-steward.certificate.configurations", defaultValue = "hpa-steward")
          String configurations,
      @ConfigProperty(name = "hpa-steward.certificate.names") Optional<List<String>> furtherNames) {
    this.connection = connection;
    this.leadership = leadership;
    this.name = name;
    this.configurations = configurations;
    this.furtherNames = furtherNames.orElse(List.of());
    this.secretWatch = new NamedWatch<>("the Secret " + name.orElse(""));
    this.configurationWatches =
        KINDS.stream()
            .map(
                kind ->
                    new NamedWatch<GenericKubernetesResource>(
                        "the %s %s".formatted(kind.getKind(), configurations)))
            .toList();
  }

  private static ResourceDefinitionContext kind(String kind, String plural) {
    return new ResourceDefinitionContext.Builder()
        .withGroup("admissionregistration.k8s.io")
        .withVersion("v1")
        .withKind(kind)
        .withPlural(plural)
        .withNamespaced(false)
        .build();
  }

  /** The name of the Secret; empty if certificates come from files. */
  Optional<String> name() {
    return name;
  }

  /** Where the Secret is; empty without a cluster. */
  Optional<String> namespace() {
    return connection.client().map(leadership::namespace);
  }

  /** The Secret as namespace/name, for people. */
  String title() {
    return namespace().orElse("(no cluster)") + "/" + name.orElse("");
  }

  /** Under which API servers reach the webhook: the Service's, and what was configured. */
  List<String> names() {
    String service = SERVICE + "." + namespace().orElse("default") + ".svc";
    return Stream.concat(Stream.of(service, service + ".cluster.local"), furtherNames.stream())
        .toList();
  }

  /** The Secret as it was seen last; empty until the API server has said whether there is one. */
  synchronized Optional<WatchedSecret> secret() {
    if (!secretWatch.known()) {
      return Optional.empty();
    }
    Optional<Secret> object = secretWatch.object();
    WatchedSecret last = seen;
    if (last == null || !last.object().equals(object)) {
      last = WatchedSecret.of(title(), object, names());
      seen = last;
    }
    return Optional.of(last);
  }

  /** Whether the API server has said of both configurations whether they are there. */
  boolean configurationsKnown() {
    return configurationWatches.stream().allMatch(NamedWatch::known);
  }

  /** The configurations that there are. */
  List<GenericKubernetesResource> configurations() {
    List<GenericKubernetesResource> there = new ArrayList<>();
    configurationWatches.forEach(watch -> watch.object().ifPresent(there::add));
    return there;
  }

  static ResourceDefinitionContext kindOf(GenericKubernetesResource configuration) {
    return KINDS.stream()
        .filter(kind -> kind.getKind().equals(configuration.getKind()))
        .findFirst()
        .orElseThrow();
  }

  Optional<KubernetesClient> client() {
    return connection.client();
  }

  void onStart(@Observes @Priority(EARLY) StartupEvent event) {
    ensureWatched();
  }

  void onStop(@Observes ShutdownEvent event) {
    stop();
  }

  private synchronized void stop() {
    stopped = true;
    secretWatch.stop();
    configurationWatches.forEach(NamedWatch::stop);
  }

  @Scheduled(every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  synchronized void ensureWatched() {
    if (name.isPresent() && !stopped) {
      connection.client().ifPresent(client -> watch(client, name.get()));
    }
  }

  private void watch(KubernetesClient client, String secret) {
    secretWatch.ensureStarted(
        client.secrets().inNamespace(leadership.namespace(client)).withName(secret));
    for (int i = 0; i < KINDS.size(); i++) {
      configurationWatches
          .get(i)
          .ensureStarted(client.genericKubernetesResources(KINDS.get(i)).withName(configurations));
    }
  }
}
