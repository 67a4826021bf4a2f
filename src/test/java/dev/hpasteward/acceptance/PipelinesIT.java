package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.Kubectl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes in pipelines/, run with a repository in which an HPA is wrong, and a right one. */
class PipelinesIT {

  private static final Path RECIPES = Path.of("pipelines").toAbsolutePath();
  private static final YAMLMapper YAML = new YAMLMapper();

  @TempDir private Path repository;

  PipelinesIT() {}

  /** What came of a script. */
  private record Outcome(int exitCode, String output) {}

  @BeforeEach
  void writeManifests() throws IOException {
    Path deploy = Files.createDirectories(repository.resolve("deploy"));
    Files.writeString(
        deploy.resolve("kustomization.yaml"), "namePrefix: media-\nresources: [egress.yaml]\n");
    write(80);
    Files.createDirectories(repository.resolve("downloads"));
    Path program = repository.resolve("downloads/hpa-steward");
    Files.writeString(
        program,
        "#!/bin/sh\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -jar '%s' \"$@\"\n"
            .formatted(
                System.getProperty("java.home"),
                Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath()));
    program.toFile().setExecutable(true);
  }

  private void write(int cpu) throws IOException {
    Files.writeString(
        repository.resolve("deploy/egress.yaml"),
        Manifests.deployment("egress", "livekit-egress")
            + Manifests.autoscaler("egress", "egress", cpu));
  }

  private Outcome run(String script, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = repository.resolve("output");
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-ec", script)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    bash.environment().putAll(environment);
    bash.environment()
        .merge(
            "PATH",
            ControlPlane.running(ControlPlane.Parts.API_SERVER).bin().toString(),
            (path, bin) -> bin + ":" + path);
    bash.environment().put("HPA_STEWARD_URL", "file://" + repository + "/downloads/hpa-steward");
    int exitCode = bash.start().waitFor();
    return new Outcome(exitCode, Files.readString(output));
  }

  private static String lines(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining("\n"));
  }

  private Outcome onGitHub() throws IOException, InterruptedException {
    JsonNode steps =
        YAML.readTree(RECIPES.resolve("github-actions.yaml").toFile()).at("/jobs/check/steps");
    Path summary = repository.resolve("summary.md");
    Files.deleteIfExists(summary);
    StringBuilder all = new StringBuilder();
    for (JsonNode step : steps) {
      if (step.has("run")) {
        // GitHub runs each step in a shell of its own.
        Outcome outcome =
            run(step.path("run").asText(), Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
        all.append(outcome.output());
        if (outcome.exitCode() != 0) {
          return new Outcome(outcome.exitCode(), all.toString());
        }
      }
    }
    return new Outcome(0, all.toString());
  }

  @Test
  void onGitHubAWrongHpaIsAnnotatedAndSummedUpAndARightOnePasses()
      throws IOException, InterruptedException {
    Outcome wrong = onGitHub();
    String summary = Files.readString(repository.resolve("summary.md"));
    write(50);
    Outcome right = onGitHub();

    assertThat(wrong.exitCode()).as(wrong.output()).isEqualTo(1);
    assertThat(wrong.output()).contains("::error file=rendered.yaml,line=", "title=cpu-target::");
    assertThat(summary).contains("| `cpu-target` |");
    assertThat(right.exitCode()).as(right.output()).isZero();
  }

  @Test
  void onGitLabAWrongHpaFailsTheJobAndTheReportSaysSo() throws IOException, InterruptedException {
    JsonNode job = YAML.readTree(RECIPES.resolve("gitlab-ci.yaml").toFile()).path("hpa-steward");
    String script = lines(job.path("script"));

    Outcome wrong = run(script, Map.of());
    String report = Files.readString(repository.resolve("hpa-steward.xml"));
    write(50);
    Outcome right = run(script, Map.of());

    assertThat(wrong.exitCode()).as(wrong.output()).isEqualTo(1);
    assertThat(report).contains("failures=\"1\"", "cpu-target");
    assertThat(right.exitCode()).as(right.output()).isZero();
  }

  @Test
  void theHookBeforeACommitRefusesAWrongHpa() throws IOException, InterruptedException {
    JsonNode hook = YAML.readTree(Path.of(".pre-commit-hooks.yaml").toFile()).get(0);
    Files.writeString(repository.resolve("values.yaml"), "replicas: 3\n");
    Files.writeString(repository.resolve("--skip=cpu-target"), "replicas: 3\n");
    String entry =
        "PATH=$PWD/downloads:$PATH; "
            + hook.path("entry").asText()
            + " "
            + hook.path("args").path(0).asText()
            + " --skip=cpu-target values.yaml deploy/egress.yaml";

    Outcome wrong = run(entry, Map.of());
    write(50);
    Outcome right = run(entry, Map.of());

    assertThat("deploy/egress.yaml").containsPattern(hook.path("files").asText());
    assertThat(wrong.exitCode()).as(wrong.output()).isEqualTo(1);
    assertThat(right.exitCode()).as(right.output()).isZero();
  }

  @Test
  void theHookOfArgoCdIsAcceptedWithWhatItChecks() throws IOException {
    ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);
    Kubectl kubectl =
        controlPlane
            .kubectl()
            .inNamespace(
                controlPlane.namespace(
                    PipelinesIT.class, Map.of("pod-security.kubernetes.io/enforce", "restricted")));
    Path copy = Files.createDirectories(repository.resolve("argo-cd"));
    for (String name : new String[] {"kustomization.yaml", "job.yaml", "example.yaml"}) {
      Files.copy(
          RECIPES.resolve("argo-cd").resolve(name),
          copy.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }

    Kubectl.Result created = kubectl.run("create", "--kustomize", copy.toString());
    JsonNode job =
        YAML.readTree(kubectl.run("get", "job", "hpa-steward-check", "--output=yaml").output());

    assertThat(created.exitCode()).as(created.stderr()).isZero();
    assertThat(created.stderr()).doesNotContain("would violate PodSecurity");
    assertThat(job.at("/metadata/annotations/argocd.argoproj.io~1hook").asText())
        .isEqualTo("PreSync");
    assertThat(
            kubectl
                .run("get", "configmap", "hpa-steward-manifests", "--output=jsonpath={.data}")
                .output())
        .contains("HorizontalPodAutoscaler");
  }
}
