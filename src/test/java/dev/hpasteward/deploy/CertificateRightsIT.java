package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which Secrets and which webhook configurations each overlay lets the program reach. */
class CertificateRightsIT {

  private static final Set<String> GUARDED = Set.of("secrets", "admissionregistration.k8s.io", "*");

  @ParameterizedTest
  @EnumSource(names = {"CERT_MANAGER", "CERTS_DIR"})
  void whereOthersMakeTheCertificateNoneIsInReach(Overlay overlay) {
    assertThat(grants(overlay)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CERT_MANAGER", "CERTS_DIR"})
  void whereTheProgramMakesTheCertificateItsOwnAreInReachByName(Overlay overlay) {
    assertThat(grants(overlay))
        .containsExactlyInAnyOrder(
            "Role: [create] of [secrets] named []",
            "Role: [list, watch, update] of [secrets] named [hpa-steward-certificate]",
            "ClusterRole: [list, watch, patch] of [mutatingwebhookconfigurations,"
                + " validatingwebhookconfigurations] named [hpa-steward]");
  }

  private static List<String> grants(Overlay overlay) {
    return overlay.objects().stream()
        .flatMap(
            object ->
                rules(object)
                    .filter(CertificateRightsIT::isGuarded)
                    .map(
                        rule ->
                            "%s: %s of %s named %s"
                                .formatted(
                                    object.getKind(),
                                    rule.getVerbs(),
                                    rule.getResources(),
                                    rule.getResourceNames())))
        .toList();
  }

  private static boolean isGuarded(PolicyRule rule) {
    return Stream.concat(rule.getResources().stream(), rule.getApiGroups().stream())
        .anyMatch(GUARDED::contains);
  }

  private static Stream<PolicyRule> rules(HasMetadata object) {
    return object instanceof ClusterRole role
        ? role.getRules().stream()
        : object instanceof Role role ? role.getRules().stream() : Stream.of();
  }
}
