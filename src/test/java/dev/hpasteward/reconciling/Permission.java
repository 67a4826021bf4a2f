package dev.hpasteward.reconciling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.ReconciledCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One verb for one resource, as text such as {@code apps/deployments list}. */
final class Permission {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Path> MANIFESTS =
      List.of(
          Path.of("deploy", "base", "rbac.yaml"),
          Path.of("deploy", "overlays", "self-managed-certs", "rbac.yaml"));

  /** Granted in one namespace, and by name. */
  private static final Set<String> OF_OUR_NAMESPACE =
      Set.of("coordination.k8s.io/leases", "discovery.k8s.io/endpointslices", "/secrets");

  /** Granted by name. */
  private static final String WEBHOOKS = "admissionregistration.k8s.io/";

  private Permission() {}

  /** What the manifests grant. */
  static Set<String> granted() throws IOException {
    KubernetesSerialization yaml = new KubernetesSerialization();
    Set<String> granted = new TreeSet<>();
    for (Path manifest : MANIFESTS) {
      for (String document : Files.readString(manifest).split("\n---\n", -1)) {
        HasMetadata object = yaml.unmarshal(document);
        if (object instanceof ClusterRole role) {
          granted.addAll(lines(role.getRules(), ""));
        } else if (object instanceof Role role) {
          granted.addAll(lines(role.getRules(), " in " + role.getMetadata().getNamespace()));
        }
      }
    }
    return granted;
  }

  private static Set<String> lines(List<PolicyRule> rules, String where) {
    return rules.stream()
        .flatMap(
            rule ->
                rule.getApiGroups().stream()
                    .flatMap(
                        group ->
                            rule.getResources().stream()
                                .flatMap(
                                    resource ->
                                        rule.getVerbs().stream()
                                            .map(
                                                verb ->
                                                    "%s/%s %s%s%s"
                                                        .formatted(
                                                            group,
                                                            resource,
                                                            verb,
                                                            where,
                                                            names(rule))))))
        .collect(Collectors.toSet());
  }

  private static String names(PolicyRule rule) {
    return rule.getResourceNames().stream()
        .map(name -> " named " + name)
        .collect(Collectors.joining());
  }

  /** What the program needed for all that it has asked the API server since the tests began. */
  static Set<String> used() throws IOException {
    Instant began = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    Set<String> used = new TreeSet<>();
    // It is rotated.
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(ControlPlane.AUDIT_LOG.getParent(), "audit*.log")) {
      for (Path file : files) {
        try (Stream<String> lines = Files.lines(file)) {
          lines
              .filter(line -> line.contains(ReconciledCluster.USER))
              .map(Permission::read)
              .filter(
                  request ->
                      request.at("/user/username").asText().equals(ReconciledCluster.USER)
                          && !Instant.parse(request.path("requestReceivedTimestamp").asText())
                              .isBefore(began))
              .forEach(request -> used.addAll(needed(request)));
        }
      }
    }
    return used;
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> needed(JsonNode request) {
    JsonNode object = request.path("objectRef");
    String resource = object.path("resource").asText();
    if (resource.isEmpty()) {
      // Versions and kinds of the API, which every account may read.
      return List.of();
    }
    String verb = request.path("verb").asText();
    String kind =
        object.path("apiGroup").asText()
            + "/"
            + resource
            + (object.has("subresource") ? "/" + object.get("subresource").asText() : "");
    String name =
        verb.equals("create") || !object.has("name")
            ? ""
            : " named " + object.path("name").asText();
    if (kind.startsWith(WEBHOOKS)) {
      return List.of(kind + " " + verb + name);
    }
    if (OF_OUR_NAMESPACE.contains(kind)) {
      return List.of(kind + " " + verb + " in " + object.path("namespace").asText() + name);
    }
    // Server-side apply of a new object needs both.
    return verb.equals("patch") && request.at("/responseStatus/code").asInt() == 201
        ? List.of(kind + " patch", kind + " create")
        : List.of(kind + " " + verb);
  }
}
