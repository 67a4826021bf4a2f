package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the manifests grant must never include; what they do include is compared with requests. */
class PermissionsTest {

  private static final List<HasMetadata> BASE = objects(Path.of("base"));

  private static final List<HasMetadata> CERTIFICATES =
      objects(Path.of("overlays", "self-managed-certs"));

  private static final List<HasMetadata> OBJECTS =
      Stream.of(BASE, CERTIFICATES).flatMap(List::stream).toList();

  private static List<HasMetadata> objects(Path folder) {
    KubernetesSerialization yaml = new KubernetesSerialization();
    Path manifest = Path.of("deploy").resolve(folder).resolve("rbac.yaml");
    try {
      return Stream.of(Files.readString(manifest).split("\n---\n"))
          .map(document -> yaml.<HasMetadata>unmarshal(document))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<PolicyRule> rules() {
    return rules(OBJECTS);
  }

  private static Stream<PolicyRule> rules(List<HasMetadata> objects) {
    return objects.stream()
        .flatMap(
            object ->
                object instanceof ClusterRole role
                    ? role.getRules().stream()
                    : object instanceof Role role ? role.getRules().stream() : Stream.of());
  }

  @Test
  void nothingIsGrantedByAWildcard() {
    assertThat(rules())
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(rule.getVerbs()).isNotEmpty().noneMatch(verb -> verb.contains("*"));
              assertThat(rule.getResources()).isNotEmpty().noneMatch(name -> name.contains("*"));
              assertThat(rule.getApiGroups()).isNotEmpty().noneMatch(group -> group.contains("*"));
              assertThat(rule.getNonResourceURLs()).isEmpty();
            });
  }

  @Test
  void nobodyGetsMorePowerThroughIt() {
    assertThat(rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.getVerbs())
                  .isSubsetOf("get", "list", "watch", "create", "update", "patch", "delete");
              assertThat(rule.getApiGroups()).doesNotContain("rbac.authorization.k8s.io");
              assertThat(rule.getResources())
                  .doesNotContain(
                      "configmaps", "pods", "serviceaccounts", "customresourcedefinitions")
                  .filteredOn(name -> name.contains("/"))
                  .isSubsetOf("scalingpolicies/status");
            });
  }

  @Test
  void workloadsAndNamespacesAreOnlyRead() {
    assertThat(rules())
        .filteredOn(
            rule ->
                Stream.of("deployments", "namespaces", "scaledobjects", "verticalpodautoscalers")
                    .anyMatch(rule.getResources()::contains))
        .hasSize(4)
        .allSatisfy(rule -> assertThat(rule.getVerbs()).isSubsetOf("get", "list", "watch"));
  }

  @Test
  void whoDoesNotKeepItsCertificateHasNoSecretsOrWebhooksInReach() {
    assertThat(rules(BASE))
        .isNotEmpty()
        .noneMatch(rule -> rule.getResources().contains("secrets"))
        .noneMatch(rule -> rule.getApiGroups().contains("admissionregistration.k8s.io"));
  }

  @Test
  void ofSecretsAndWebhooksOnlyItsOwnAreInReach() {
    assertThat(
            OBJECTS.stream()
                .filter(ClusterRole.class::isInstance)
                .map(ClusterRole.class::cast)
                .flatMap(role -> role.getRules().stream()))
        .noneMatch(rule -> rule.getResources().contains("secrets"));
    assertThat(rules())
        .filteredOn(
            rule ->
                rule.getResources().contains("secrets")
                    || rule.getApiGroups().contains("admissionregistration.k8s.io"))
        // A name can't be asked of what does not exist yet.
        .filteredOn(rule -> !rule.getVerbs().equals(List.of("create")))
        .hasSize(2)
        .allSatisfy(
            rule -> {
              assertThat(rule.getResourceNames()).hasSize(1);
              assertThat(rule.getResourceNames().get(0))
                  .isIn("hpa-steward", "hpa-steward-certificate");
            });
  }

  @Test
  void onlyTheProgramsOwnAccountIsBound() {
    assertThat(
            OBJECTS.stream()
                .flatMap(
                    object ->
                        object instanceof ClusterRoleBinding binding
                            ? binding.getSubjects().stream()
                            : object instanceof RoleBinding binding
                                ? binding.getSubjects().stream()
                                : Stream.of()))
        .hasSize(4)
        .allSatisfy(
            subject ->
                assertThat(
                        subject.getKind() + " " + subject.getNamespace() + "/" + subject.getName())
                    .isEqualTo("ServiceAccount hpa-steward/hpa-steward"));
  }
}
