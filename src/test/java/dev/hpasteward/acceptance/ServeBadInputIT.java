package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code serve} with something that can't be used says what, and ends. */
class ServeBadInputIT {

  @TempDir private Path folder;

  ServeBadInputIT() {}

  @Test
  void aBrokenPolicyIsRefusedWithEveryMistakeInIt() throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            """
            apiVersion: hpa-steward.dev/v1
            kind: ScalingPolicy
            metadata: {name: broken}
            spec:
              serviceTypes:
                web:
                  resources: {cpu: {scaleUpAt: 30, scaleDownAt: 50}}
                  wndows: {}
            """);

    ProgramProcess program = ProgramProcess.start("serve", "--policy=" + policy);

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output())
        .isEqualTo(
            """
            %1$s:7:53: spec.serviceTypes.web.resources.cpu.scaleDownAt: found 50, allowed below scaleUpAt, which is 30; lower it or raise scaleUpAt
            %1$s:8:7: spec.serviceTypes.web.wndows: unknown key, allowed selector, resources, capacityMetrics, windows, scaleDownRate, replicas, scrape, gracePeriodAtLeast; write windows
            %1$s is no usable policy: 2 to mend"""
                .formatted(policy));
  }

  @Test
  void twoSourcesOfThePolicyAreOneTooMany() {
    ProgramProcess program =
        ProgramProcess.start("serve", "--policy=policy.yaml", "--policy-resource=default");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output())
        .isEqualTo("--policy and --policy-resource each name the policy: use one of them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--certificates=folder", "--register"})
  void twoSourcesOfTheCertificateAreOneTooMany(String other) {
    ProgramProcess program =
        ProgramProcess.start("serve", "--certificate-secret=hpa-steward-certificate", other);

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output())
        .isEqualTo(
            "--certificate-secret makes the certificate itself: leave out "
                + other.replaceFirst("=.*", ""));
  }

  @Test
  void aNameThatNoSecretCanHaveIsNamed() {
    ProgramProcess program = ProgramProcess.start("serve", "--certificate-secret=Mine");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output())
        .isEqualTo(
            "--certificate-secret: found Mine, must be the name of a Secret, such as"
                + " hpa-steward-certificate");
  }

  @Test
  void aNameThatNoResourceCanHaveIsNamed() {
    ProgramProcess program = ProgramProcess.start("serve", "--policy-resource=Default");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output())
        .isEqualTo(
            "--policy-resource: found Default, must be the name of a ScalingPolicy, such as"
                + " default");
  }

  @Test
  void aKubeconfigThatIsNotThereIsNamed() {
    Path file = folder.resolve("kubeconfig");

    ProgramProcess program = ProgramProcess.start("serve", "--kubeconfig=" + file);

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output()).isEqualTo("--kubeconfig: " + file + " is not a readable file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clusters: [", "- one", "kind: Config"})
  void aFileThatIsNoKubeconfigIsNamed(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("kubeconfig"), content);

    ProgramProcess program = ProgramProcess.start("serve", "--kubeconfig=" + file);

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output())
        .startsWith("--kubeconfig: " + file + " is no kubeconfig: ")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--management-port"})
  void aPortThatIsTakenIsNamed(String option) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String other = option.equals("--port") ? "--management-port=0" : "--port=0";

      ProgramProcess program =
          ProgramProcess.start(
              "serve", "--host=127.0.0.1", option + "=" + taken.getLocalPort(), other);

      assertThat(program.exitCode()).isEqualTo(1);
      assertThat(program.output())
          .contains("127.0.0.1:" + taken.getLocalPort(), ": Address already in use; choose another")
          .doesNotContain("\tat ", "removed the webhook configurations");
    }
  }

  @Test
  void registeringWithoutAClusterIsNoUse() {
    ProgramProcess program =
        ProgramProcess.start("serve", "--register", "--port=0", "--management-port=0");

    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.output())
        .contains(
            "hpa-steward: there is no cluster to register with: give --kubeconfig or set KUBECONFIG")
        .doesNotContain("removed the webhook configurations");
  }
}
