package dev.hpasteward.reconciling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.controlplane.ReconciledCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --cluster}: how a cluster stands, and what another policy would change. */
class CheckClusterIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** More than two pages. */
  private static final int MANY = 25;

  @TempDir private Path folder;

  CheckClusterIT() {}

  private static ControlPlane controlPlane() {
    return ControlPlane.running(ControlPlane.Parts.ALL);
  }

  private static ProgramProcess check(String... arguments) {
    return ProgramProcess.start(
        Stream.concat(
                Stream.of("check", "--cluster", "--kubeconfig=" + controlPlane().kubeconfig()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** Where bad ones can be stored. */
  private static Kubectl unenforced() {
    ReconciledCluster.running();
    return controlPlane()
        .kubectl()
        .inNamespace(EnforcedNamespace.spared(controlPlane(), CheckClusterIT.class));
  }

  @Test
  void whatBreaksThePolicyIsToldWithoutChangingIt() throws IOException {
    Kubectl kubectl = unenforced();
    kubectl
        .runWithInput(
            Fleet.deployment("") + "---\n" + Fleet.autoscaler("own", 80, ""), "create", "-f", "-")
        .output();

    ProgramProcess text = check("--namespace=" + kubectl.namespace());
    ProgramProcess json = check("-n", kubectl.namespace(), "--output=json");

    assertThat(text.exitCode()).as(text.output()).isEqualTo(1);
    assertThat(text.output())
        .startsWith("by the embedded policy: ")
        .contains(
            "namespace " + kubectl.namespace() + "\n",
            "  denied  HorizontalPodAutoscaler " + kubectl.namespace() + "/own (livekit-egress)\n",
            "    error cpu-target: spec.metrics[0].resource.target.averageUtilization: found 80");
    assertThat(json.exitCode()).isEqualTo(1);
    JsonNode found = JSON.readTree(json.output().substring(json.output().indexOf('{')));
    assertThat(found.at("/summary/denied").asInt()).isEqualTo(1);
  }

  @Test
  void aClusterOfSeveralPagesIsReadWhole() throws IOException {
    Kubectl kubectl = unenforced();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      all.append(
          """
          {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler,
          metadata: {name: many-%d, labels: {hpa-steward.dev/service-type: agent}},
          spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: many-%d}, maxReplicas: 5,
          metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]}}
          ---
          """
              .formatted(i, i));
    }
    kubectl.runWithInput(all.toString(), "create", "-f", "-").output();

    ProgramProcess program = check("-n", kubectl.namespace(), "-o", "json", "--page=10");

    program.exitCode();
    JsonNode found = JSON.readTree(program.output().substring(program.output().indexOf('{')));
    assertThat(found.path("objects")).hasSize(MANY);
  }

  @Test
  void whatAnotherPolicyWouldChangeIsForetold() throws IOException {
    Fleet fleet = Fleet.enforced(CheckClusterIT.class).apply(Fleet.deployment(""));
    fleet.awaitAutoscalers(Fleet.GENERATED);
    fleet.awaitField("hpa/" + Fleet.GENERATED, ".status.currentReplicas", "2"::equals);
    Path policy =
        Files.writeString(
            folder.resolve("new.yaml"),
            Files.readString(ReconciledCluster.POLICY)
                .replace("scaleUpAt: 50  ", "scaleUpAt: 40  ")
                .replace("        min: 2  ", "        min: 4  "));

    ProgramProcess program = check("-n", fleet.namespace(), "--policy=" + policy);
    ProgramProcess same = check("-n", fleet.namespace(), "--policy=" + ReconciledCluster.POLICY);

    program.exitCode();
    assertThat(program.output())
        .contains(
            "  HorizontalPodAutoscaler " + Fleet.GENERATED + " (livekit-egress)\n",
            "rewritten: spec.metrics[0].resource.target.averageUtilization: 50 -> 40",
            "rewritten: spec.minReplicas: 2 -> 4",
            "replicas: could go from 2 to 4",
            """
            HPAs generated: 0, rewritten: 1, removed: 0; replicas that could move: 1; \
            objects newly refused: 0""");
    same.exitCode();
    assertThat(same.output()).contains("HPAs generated: 0, rewritten: 0, removed: 0;");

    ProgramProcess json = check("-n", fleet.namespace(), "--policy=" + policy, "-o", "json");

    json.exitCode();
    String printed = json.output().substring(json.output().indexOf('{'));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/preview.schema.json")))
                .validate(printed, InputFormat.JSON))
        .isEmpty();
    JsonNode object = JSON.readTree(printed).at("/objects/0");
    assertThat(object.path("fate").asText()).isEqualTo("rewritten");
    assertThat(object.at("/replicas/to").asInt()).isEqualTo(4);
  }

  @Test
  void withoutAClusterThereIsNothingToLookAt() {
    ProgramProcess none =
        ProgramProcess.start(java.util.Map.of("KUBECONFIG", ""), "check", "--cluster");
    ProgramProcess files = check("deploy.yaml");
    ProgramProcess unsaid = ProgramProcess.start("check", "deploy.yaml", "--context=a");

    for (ProgramProcess program : List.of(none, files, unsaid)) {
      assertThat(program.exitCode()).isEqualTo(2);
    }
    assertThat(none.output())
        .isEqualTo("there is no cluster to look at: give --kubeconfig or set KUBECONFIG");
    assertThat(files.output()).startsWith("--cluster goes with none of FILE");
    assertThat(unsaid.output())
        .isEqualTo("--kubeconfig and --context say which cluster: add --cluster");
  }
}
