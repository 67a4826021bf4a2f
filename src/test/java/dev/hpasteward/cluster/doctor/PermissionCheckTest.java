package dev.hpasteward.cluster.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionCheckTest {

  private static final Permission DEPLOYMENTS =
      new Permission("apps", "deployments", "list", "", "");

  private static final Permission SECRET = new Permission("", "secrets", "update", "mine", "a");

  private static final String BASE = "deploy/base/rbac.yaml";

  private static final String CERTIFICATES = "deploy/overlays/self-managed-certs/rbac.yaml";

  private static PermissionCheck.Asked asked(InstalledManifest grantedBy, boolean allowed) {
    return new PermissionCheck.Asked(
        grantedBy,
        grantedBy == InstalledManifest.PERMISSIONS ? DEPLOYMENTS : SECRET,
        Answers.ok("{'status': {'allowed': %s}}".formatted(allowed)));
  }

  private static Diagnosis check(boolean deployments, boolean secret) {
    return PermissionCheck.of(
        List.of(
            asked(InstalledManifest.PERMISSIONS, deployments),
            asked(InstalledManifest.CERTIFICATE_PERMISSIONS, secret)),
        "a/b");
  }

  @Test
  void whoMayDoAllIsFine() {
    assertThat(check(true, true))
        .isEqualTo(Diagnosis.ok("RBAC", "ServiceAccount a/b has all 2 permissions"));
  }

  @Test
  void whatIsMissingIsNamedWithTheManifestThatGrantsIt() {
    String may = "ServiceAccount a/b may not: ";
    String apply = "kubectl apply the roles and bindings of ";

    assertThat(check(false, true))
        .isEqualTo(Diagnosis.fail("RBAC", may + "list deployments.apps", apply + BASE));
    assertThat(check(true, false))
        .isEqualTo(Diagnosis.fail("RBAC", may + "update secrets mine", apply + CERTIFICATES));
    assertThat(check(false, false))
        .isEqualTo(
            Diagnosis.fail(
                "RBAC",
                may + "list deployments.apps, update secrets mine",
                apply + BASE + " and " + CERTIFICATES));
  }

  @Test
  void whatTheManifestsGrantIsAskedForOneByOne() {
    assertThat(
            Stream.of(InstalledManifest.PERMISSIONS, InstalledManifest.CERTIFICATE_PERMISSIONS)
                .flatMap(manifest -> Permission.grantedBy(manifest, "here").stream()))
        .doesNotHaveDuplicates()
        .contains(
            new Permission("apps", "deployments", "watch", "", ""),
            new Permission("hpa-steward.dev", "scalingpolicies/status", "patch", "", ""),
            new Permission("coordination.k8s.io", "leases", "update", "hpa-steward", "here"),
            new Permission("", "secrets", "update", "hpa-steward-certificate", "here"));
  }

  @Test
  void theCertificateIsAskedForOnlyWhereTheDeploymentKeepsItInASecret() {
    String container =
        "{'spec': {'template': {'spec': {'containers': [{'args': ['serve', '%s']}]}}}}";

    assertThat(
            PermissionCheck.manifests(
                Answers.ok(container.formatted("--certificate-secret=hpa-steward-certificate"))))
        .containsExactly(InstalledManifest.PERMISSIONS, InstalledManifest.CERTIFICATE_PERMISSIONS);
    assertThat(
            PermissionCheck.manifests(
                Answers.ok(container.formatted("--certificates=/etc/hpa-steward/certificates"))))
        .containsExactly(InstalledManifest.PERMISSIONS);
    assertThat(PermissionCheck.manifests(Answers.refused(404, "not found")))
        .containsExactly(InstalledManifest.PERMISSIONS);
    assertThat(PermissionCheck.manifests(Answers.refused(403, "forbidden")))
        .containsExactly(InstalledManifest.PERMISSIONS, InstalledManifest.CERTIFICATE_PERMISSIONS);
  }

  @Test
  void manifestsAreFoundWhereTheyAreSaidToBe() {
    assertThat(InstalledManifest.values())
        .extracting(InstalledManifest::path)
        .allSatisfy(path -> assertThat(Path.of(path)).isRegularFile());
  }
}
