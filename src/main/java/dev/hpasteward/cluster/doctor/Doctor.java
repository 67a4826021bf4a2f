package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hpasteward.cluster.ToleranceProbe;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.ScalingPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks the API server all that the checks need, one after the other. */
public final class Doctor {

  private static final String USER_REVIEW =
      """
      {"apiVersion": "authentication.k8s.io/v1", "kind": "SelfSubjectReview"}
      """;

  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/subjectaccessreviews";
  private static final String SELECTOR = "labelSelector=app.kubernetes.io%2Fname%3Dhpa-steward";

  private final ApiServer server;
  private final Installation installation;
  private final Optional<PolicyFileResult> given;
  private final Instant now;
  private final Consumer<Diagnosis> told;

  /**
   * Looks at an installation.
   *
   * @param given the policy to go by; empty: the one that is installed
   * @param told takes each diagnosis when it is made
   */
  public Doctor(
      KubernetesClient client,
      Installation installation,
      Optional<PolicyFileResult> given,
      Instant now,
      Consumer<Diagnosis> told) {
    this.server = new ApiServer(client);
    this.installation = installation;
    this.given = given;
    this.now = now;
    this.told = told;
  }

  /**
   * Makes all checks.
   *
   * @throws UnreachableException if the API server does not answer the first request
   */
  public void examine() throws UnreachableException {
    Answer version = server.get("/version");
    if (version.code() == 0) {
      throw new UnreachableException(
          "the API server at %s does not answer: %s".formatted(server.address(), version.reason()));
    }
    told.accept(
        ServerCheck.of(
            server.address(),
            version,
            server.get("/apis/autoscaling/v2"),
            server.post("/apis/authentication.k8s.io/v1/selfsubjectreviews", USER_REVIEW)));
    told.accept(ToleranceCheck.of(server.post(ToleranceProbe.PATH, ToleranceProbe.OBJECT)));
    Answer deployment =
        server.get(installation.inGroup("apps/v1", "deployments/" + Installation.NAME));
    PolicyCheck policy = new PolicyInCluster(server, installation).check(deployment.body(), given);
    policy.diagnoses().forEach(told);
    new MetricsInCluster(server).check(policy.policy()).forEach(told);
    Map<JsonNode, Answer> configurations = configurations();
    configurations.forEach(
        (wanted, stored) ->
            WebhookCheck.of(wanted, stored, installation.namespace()).forEach(told));
    JsonNode validating = validating(configurations);
    trust(configurations, deployment.body(), validating);
    process(deployment);
    told.accept(reach(policy.policy(), validating));
    permissions(deployment);
  }

  private Map<JsonNode, Answer> configurations() {
    Map<JsonNode, Answer> configurations = new LinkedHashMap<>();
    for (String kind : List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration")) {
      String path =
          "/apis/admissionregistration.k8s.io/v1/%ss/%s"
              .formatted(kind.toLowerCase(Locale.ROOT), installation.configurations());
      Answer stored = server.get(path);
      InstalledManifest.WEBHOOKS
          .objects(kind)
          .forEach(wanted -> configurations.put(wanted, stored));
    }
    return configurations;
  }

  /** The webhook that refuses HPAs, as it is stored. */
  private static JsonNode validating(Map<JsonNode, Answer> configurations) {
    for (Answer stored : configurations.values()) {
      for (JsonNode webhook : stored.body().path("webhooks")) {
        if (webhook.path("name").asText().equals("validate.hpa-steward.dev")) {
          return webhook;
        }
      }
    }
    return MissingNode.getInstance();
  }

  private void trust(
      Map<JsonNode, Answer> configurations, JsonNode deployment, JsonNode validating) {
    String secret =
        Installation.argument(deployment, "--certificate-secret").orElse("hpa-steward-certificate");
    ServingCertificate certificate =
        ServingCertificate.of(
            server.get(installation.inCore("secrets/" + secret)),
            installation.namespace() + "/" + secret,
            WebhookHost.of(validating, installation.namespace()),
            now);
    told.accept(certificate.diagnosis());
    for (Answer stored : configurations.values()) {
      if (stored.succeeded()) {
        BundleCheck.of(stored.body(), certificate.chain(), now).forEach(told);
      }
    }
  }

  private void process(Answer deployment) {
    told.accept(DeploymentCheck.of(deployment, installation.named()));
    told.accept(
        EndpointsCheck.of(
            server.get(installation.inCore("services/" + Installation.NAME)),
            server.get(
                installation.inGroup("discovery.k8s.io/v1", "endpointslices")
                    + "?labelSelector=kubernetes.io%2Fservice-name%3Dhpa-steward"),
            installation.named()));
    told.accept(
        LeaseCheck.of(
            server.get(
                installation.inGroup("coordination.k8s.io/v1", "leases/" + Installation.NAME)),
            server.get(installation.inCore("pods?" + SELECTOR)),
            installation.named(),
            now));
  }

  private Diagnosis reach(ScalingPolicy policy, JsonNode validating) {
    Map<String, String> labels =
        NamespaceSelector.strings(
            server
                .get("/api/v1/namespaces/" + installation.dryRunNamespace())
                .body()
                .at("/metadata/labels"));
    BadAutoscaler bad = BadAutoscaler.of(policy);
    Mode mode = policy.modes().of(Optional.of(labels));
    Action action = policy.action(bad.rule());
    return ReachabilityCheck.of(
        new ReachabilityCheck.Question(
            installation.dryRunNamespace(),
            !validating.isMissingNode(),
            NamespaceSelector.selects(validating, labels),
            bad.rule(),
            mode.limit(action),
            "mode %s, action %s of %s".formatted(Word.of(mode), Word.of(action), bad.rule().id())),
        server.post(installation.dryRun(), bad.json()));
  }

  private void permissions(Answer deployment) {
    List<PermissionCheck.Asked> asked = new ArrayList<>();
    for (InstalledManifest manifest : PermissionCheck.manifests(deployment)) {
      for (Permission permission : Permission.grantedBy(manifest, installation.namespace())) {
        Answer answer = server.post(REVIEWS, permission.review(installation.namespace()));
        asked.add(new PermissionCheck.Asked(manifest, permission, answer));
      }
    }
    told.accept(PermissionCheck.of(asked, installation.named()));
  }

  /** The words of policy documents for modes and actions. */
  private static final class Word {
    static String of(Enum<?> value) {
      return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
    }
  }
}
