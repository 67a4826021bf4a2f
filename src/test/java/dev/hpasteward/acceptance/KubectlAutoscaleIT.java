package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kubectl autoscale} tries autoscaling/v2, then v1, and shows only the last error. */
class KubectlAutoscaleIT {

  private static final String GOOD = "-good";
  private static final String BAD = "-bad";
  private static final String NONE = "-none";
  private static final EnforcedCluster CLUSTER = EnforcedCluster.running();
  private static final Kubectl KUBECTL = CLUSTER.kubectl(KubectlAutoscaleIT.class);

  KubectlAutoscaleIT() {}

  /** Each autoscaler has its own: a second one for the same Deployment is refused. */
  @BeforeAll
  static void createDeployments() {
    StringBuilder all = new StringBuilder();
    for (Service service : Service.values()) {
      for (String use : List.of(GOOD, BAD, NONE)) {
        all.append(Manifests.deployment(service.type() + use, service.type()));
      }
    }
    KUBECTL.runWithInput(all.toString(), "create", "-f", "-").output();
  }

  @ParameterizedTest
  @EnumSource
  void theDocumentedTargetIsStoredWithWhatWasLeftOut(Service service) {
    String name = service.type() + GOOD;

    Kubectl.Result result = autoscale(name, "--cpu=" + service.cpu() + "%");

    assertThat(result)
        .isEqualTo(
            new Kubectl.Result(
                0,
                "horizontalpodautoscaler.autoscaling/" + name + " autoscaled\n",
                service.warnings()));
    assertThat(KUBECTL.run("get", "hpa", name, "-o", Service.stored()).output())
        .isEqualTo(service.completed());
  }

  /** Its second try drops the target, so what it shows is about the API server's default of 80. */
  @ParameterizedTest
  @EnumSource
  void aTargetAboveTheDocumentedOneIsRefusedAndItsNumberIsInOurLogOnly(Service service) {
    String name = service.type() + BAD;

    Kubectl.Result result = autoscale(name, "--cpu=90%");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr())
        .startsWith(
            service.warnings()
                + "Error from server (Forbidden): admission webhook"
                + " \"validate.hpa-steward.dev\" denied the request: HorizontalPodAutoscaler "
                + KUBECTL.namespace())
        .contains(
            "\ncpu-target: spec.metrics[0].resource.target.averageUtilization: found 80, allowed "
                + service.allowedCpu()
                + "\n",
            "\nThis was written as autoscaling/v1, which has a CPU target only");
    assertRefused(name, service, 90);
  }

  /** The API server makes that CPU 80 %; autoscaling/v1 can't be tried, and kubectl says so. */
  @ParameterizedTest
  @EnumSource
  void withoutATargetItIsRefusedAndTheReasonIsInOurLogOnly(Service service) {
    String name = service.type() + NONE;

    Kubectl.Result result = autoscale(name);

    assertThat(result)
        .isEqualTo(
            new Kubectl.Result(
                1,
                "",
                service.warnings()
                    + "error: failed to create autoscaling/v2 HPA and the configuration is"
                    + " incompatible with autoscaling/v1: empty input\n"));
    assertRefused(name, service, 80);
  }

  private static void assertRefused(String name, Service service, int found) {
    assertThat(KUBECTL.run("get", "hpa", name, "--ignore-not-found").output()).isEmpty();
    String denied =
        "denied CREATE of HPA \"%s\" in \"%s\" by \"admin\" under policy "
            .formatted(name, KUBECTL.namespace());
    String line = CLUSTER.program().awaitLine(text -> text.contains(denied));
    assertThat(line.substring(line.indexOf(denied)))
        .matches(
            Pattern.quote(denied)
                + "[0-9a-f]{12}"
                + Pattern.quote(
                    ": cpu-target: spec.metrics[0].resource.target.averageUtilization: found %d, allowed %s"
                        .formatted(found, service.allowedCpu())));
  }

  private static Kubectl.Result autoscale(String name, String... cpu) {
    String[] arguments = {"autoscale", "deployment", name, "--max=10"};
    return KUBECTL.run(
        Stream.concat(Arrays.stream(arguments), Arrays.stream(cpu)).toArray(String[]::new));
  }
}
