package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.controlplane.ServedWebhook;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code serve --register --policy-resource}: the policy lives in the cluster. */
class PolicyResourceIT {

  private static final Path POLICY =
      Path.of("src/main/resources/dev/hpasteward/source/default-policy.yaml");
  private static final String CRD = "deploy/base/crd.yaml";
  private static final String CONFIGURATION =
      "validatingwebhookconfiguration/hpa-steward-development";

  private static final ControlPlane CONTROL_PLANE =
      ControlPlane.running(ControlPlane.Parts.API_SERVER);
  private static final Kubectl KUBECTL =
      CONTROL_PLANE
          .kubectl()
          .inNamespace(EnforcedNamespace.spared(CONTROL_PLANE, PolicyResourceIT.class));

  PolicyResourceIT() {}

  @BeforeAll
  static void installTheCrd() {
    KUBECTL.run("apply", "-f", CRD).output();
    KUBECTL.run("wait", "--for=condition=Established", "--timeout=30s", "-f", CRD).output();
  }

  @AfterAll
  static void removeTheCrd() {
    KUBECTL.run("delete", "-f", CRD).output();
  }

  @Test
  void theApiServerItselfRefusesNumbersThatContradictEachOther() {
    Kubectl.Result refused =
        apply(
            """
            agent:
              resources: {cpu: {scaleUpAt: 30, scaleDownAt: 50}}
              replicas: {min: 5, max: 3, floor: 6, ceiling: 2}
              windows: {scaleUp: {inject: 30, atMost: 20}, scaleDown: {inject: 10, atLeast: 15}}
              capacityMetrics: [{name: free, scaleUpAtOrBelow: 2, scaleDownAtOrAbove: 2}]
              scaleDownRate: [{everySeconds: 60}]
            """,
            "{}");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr())
        .contains(
            "spec.serviceTypes[agent].resources.cpu: Invalid value: scaleDownAt must be below"
                + " scaleUpAt",
            "replicas: Invalid value: min must be at most max",
            "replicas: Invalid value: floor must be at most min",
            "replicas: Invalid value: ceiling must be at least max",
            "windows.scaleUp: Invalid value: inject must be at most atMost",
            "windows.scaleDown: Invalid value: inject must be at least atLeast",
            "windows: Invalid value: scaleUp.inject must be at most scaleDown.inject",
            "capacityMetrics[0]: Invalid value: scaleUpAtOrBelow must be below scaleDownAtOrAbove",
            "scaleDownRate[0]: Invalid value: either pods or percent must be there, and not both");
  }

  @Test
  void aValidOneTakesForceAndABrokenOneNeverDoes() {
    // Of a type that only the embedded policy knows: nobody chose that one.
    KUBECTL.runWithInput(Manifests.deployment("agents", "agent"), "apply", "-f", "-").output();
    try (ProgramProcess program = serve()) {
      int port = ServedWebhook.of(program, "").managementPort();
      assertThat(health(port).getString("firstMistake"))
          .isEqualTo("ScalingPolicy default: there is none of this name; create it");
      assertThat(tried("agent", 60)).contains("found 60, allowed at most 50");

      apply(kiosk(70), "{}").output();
      within(5, () -> assertThat(tried("kiosk", 75)).contains("found 75, allowed at most 70"));
      String version = health(port).getString("version");
      within(5, () -> assertThat(status("policyVersion")).isEqualTo(version));
      assertThat(health(port).<Object>get("refusedSince")).isNull();
      assertThat(status("accepted") + status("observedGeneration") + status("mistakes"))
          .isEqualTo("true1[]");
      KUBECTL.runWithInput(Manifests.deployment("kiosks", "kiosk"), "apply", "-f", "-").output();
      within(
          20,
          () ->
              assertThat(KUBECTL.run("get", "hpa", "-o", "name").output())
                  .isEqualTo("horizontalpodautoscaler.autoscaling/kiosks-hpa-steward\n"));
      KUBECTL.run("delete", "deployment", "agents").output();
      within(60, () -> assertThat(status("workloads")).isEqualTo("{\"kiosk\":1}"));
      assertThat(KUBECTL.run("get", "scalingpolicies").output().replaceAll("[0-9smh]+\\n", "#"))
          .isEqualTo(
              "NAME      ACCEPTED   VERSION        WORKLOADS     AGE\n"
                  + "default   true       "
                  + version
                  + "   {\"kiosk\":1}   #");

      KUBECTL.run("delete", "deployment", "kiosks").output();
      within(30, () -> assertThat(status("workloads")).isEmpty());

      Kubectl.Result refused = apply(kiosk(80), "{never: [cpu-targets, nobody]}");
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.stderr())
          .contains(
              "admission webhook \"scalingpolicies.validate.hpa-steward.dev\" denied the request:"
                  + " ScalingPolicy default is no usable policy: 2 to mend\n",
              "\nspec.exemptions.never[0]: found \"cpu-targets\", allowed the id of a rule; write"
                  + " cpu-target\n",
              "\nspec.exemptions.never[1]: found \"nobody\"");

      removeItsWebhook();
      apply(kiosk(80), "{never: [cpu-targets, nobody]}").output();
      within(20, () -> assertThat(status("accepted")).isEqualTo("false"));
      assertThat(status("observedGeneration") + status("policyVersion")).isEqualTo("2" + version);
      assertThat(status("mistakes"))
          .contains("spec.exemptions.never[0]: found", "spec.exemptions.never[1]: found");
      assertThat(status("conditions[0].message"))
          .isEqualTo(
              "found 2 to mend; version %s of policy default stays in force".formatted(version));
      assertThat(tried("kiosk", 75)).contains("found 75, allowed at most 70");
      assertThat(health(port).getInt("mistakes")).isEqualTo(2);
      nothingIsWrittenWhileNothingChanges();

      KUBECTL.run("delete", "scalingpolicy", "default").output();
      within(
          5,
          () ->
              assertThat(health(port).getString("firstMistake"))
                  .isEqualTo("ScalingPolicy default: there is none of this name; create it"));
      assertThat(health(port).getString("version")).isEqualTo(version);
      assertThat(program.output())
          .contains("Policy refused: ScalingPolicy default: spec.exemptions.never[0]: found");
    }
  }

  @Test
  void doctorGoesByTheResourceThatTheDeploymentNames() throws IOException {
    String namespace = KUBECTL.namespace();
    KUBECTL
        .runWithInput(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: hpa-steward}
            spec:
              selector: {matchLabels: {app: hpa-steward}}
              template:
                metadata: {labels: {app: hpa-steward}}
                spec:
                  containers: [{name: c, image: none, args: [serve, --policy-resource=doctored]}]
            """,
            "apply",
            "-f",
            "-")
        .output();

    assertThat(doctor(namespace))
        .contains("fail policy: there is no ScalingPolicy doctored; the embedded policy is taken");

    KUBECTL
        .runWithInput(
            Files.readString(POLICY).replace("  name: default", "  name: doctored"),
            "create",
            "-f",
            "-")
        .output();
    try {
      assertThat(doctor(namespace))
          .contains("ok   policy: ScalingPolicy doctored: doctored, version ")
          .contains("for agent, livekit-egress, sfu, sip");
    } finally {
      KUBECTL.run("delete", "scalingpolicy", "doctored").output();
      KUBECTL.run("delete", "deployment", "hpa-steward").output();
    }
  }

  private static String doctor(String namespace) {
    ProgramProcess doctor =
        ProgramProcess.start(
            "doctor", "--kubeconfig=" + CONTROL_PLANE.kubeconfig(), "--namespace=" + namespace);
    assertThat(doctor.exitCode()).as(doctor.output()).isOne();
    return doctor.output();
  }

  private static ProgramProcess serve() {
    ProgramProcess program =
        ProgramProcess.start(
            "serve",
            "--register",
            "--port=0",
            "--management-port=0",
            "--policy-resource=default",
            "--kubeconfig=" + CONTROL_PLANE.kubeconfig());
    program.awaitLine(line -> line.contains(": registered with "));
    return program;
  }

  /** The API server asks somebody else, or nobody: it lands. */
  private static void removeItsWebhook() {
    KUBECTL
        .run(
            "patch",
            CONFIGURATION,
            "--type=json",
            "-p",
            "[{op: test, path: /webhooks/2/name, value: scalingpolicies.validate.hpa-steward.dev},"
                + " {op: remove, path: /webhooks/2}]")
        .output();
  }

  /** The pause between two writes of the status is 10 s. */
  private static void nothingIsWrittenWhileNothingChanges() {
    String version = stored("{.metadata.resourceVersion}");
    Awaitility.await()
        .during(Duration.ofSeconds(12))
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofSeconds(2))
        .until(() -> stored("{.metadata.resourceVersion}").equals(version));
  }

  private static Kubectl.Result apply(String serviceTypes, String exemptions) {
    String policy =
        """
        apiVersion: hpa-steward.dev/v1
        kind: ScalingPolicy
        metadata: {name: default}
        spec:
          actions: {target-not-found: Audit}
          generation: {delaySeconds: 1}
          modes:
            default: "Off"
            namespaces:
            - {selector: {matchLabels: {kubernetes.io/metadata.name: %s}}, mode: Enforce}
          exemptions: %s
          serviceTypes:
        %s"""
            .formatted(KUBECTL.namespace(), exemptions, serviceTypes.indent(4));
    return KUBECTL.runWithInput(policy, "apply", "--server-side", "-f", "-");
  }

  private static String kiosk(int cpu) {
    return "kiosk: {resources: {cpu: {scaleUpAt: %d}}, replicas: {min: 2, max: 5}}\n"
        .formatted(cpu);
  }

  private static String status(String field) {
    return stored("{.status." + field + "}");
  }

  private static String stored(String path) {
    return KUBECTL.run("get", "scalingpolicy", "default", "-o", "jsonpath=" + path).output();
  }

  /** What kubectl says of an HPA with this CPU target, which is only tried out. */
  private static String tried(String type, int cpu) {
    String labelled = ", labels: {hpa-steward.dev/service-type: " + type + "}";
    return KUBECTL
        .runWithInput(
            Manifests.autoscaler("tried", labelled, "tried", Manifests.cpuMetric(cpu)),
            "create",
            "--dry-run=server",
            "-f",
            "-")
        .stderr();
  }

  private static JsonPath health(int port) {
    return RestAssured.given()
        .port(port)
        .get("http://127.0.0.1/q/health/ready")
        .jsonPath()
        .setRootPath("checks.find { it.name == 'policy' }.data");
  }

  private static void within(int seconds, ThrowingRunnable holds) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(holds);
  }
}
