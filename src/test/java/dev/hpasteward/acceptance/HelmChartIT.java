package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chart that real Helm renders, from the first check to the cluster. */
class HelmChartIT {

  private static final Path HELM = Path.of("src", "test", "helm");

  @TempDir private Path folder;

  HelmChartIT() {}

  private static String output(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return output;
  }

  private static List<String> comments(String text) {
    return text.lines().filter(line -> line.contains("#")).map(HelmChartIT::comment).toList();
  }

  private static String comment(String line) {
    return line.substring(line.indexOf('#'));
  }

  @Test
  void whatHelmRendersIsRefusedThenMendedThenTakenByTheCluster()
      throws IOException, InterruptedException {
    String helm = output(HELM.resolve("build").toString()).strip();
    String chart = HELM.resolve("chart").toString();
    Path rendered = folder.resolve("rendered.yaml");
    String before = output(helm, "template", "voice", chart);
    Files.writeString(rendered, before);

    ProgramProcess refused = ProgramProcess.startWithInput(before, "check", "-");
    assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
    assertThat(refused.output()).contains("cpu-target", "memory-target", "scale-down-window");

    ProgramProcess fixed = ProgramProcess.start("check", rendered.toString(), "--fix");
    assertThat(fixed.exitCode()).as(fixed.output()).isZero();
    ProgramProcess clean = ProgramProcess.start("check", rendered.toString());
    assertThat(clean.exitCode()).as(clean.output()).isZero();
    assertThat(clean.output()).contains("6 objects under policy: 0 denied");

    String after = Files.readString(rendered);
    assertThat(comments(after)).isEqualTo(comments(before)).hasSizeGreaterThan(20);

    Kubectl kubectl = EnforcedCluster.running().kubectl(HelmChartIT.class);
    Kubectl.Result applied = kubectl.run("apply", "-f", rendered.toString());
    assertThat(applied.exitCode()).as(applied.stderr()).isZero();
  }

  @Test
  void theChartItselfIsNoManifestAndSaysHowToRenderIt() {
    ProgramProcess program = ProgramProcess.start("check", HELM.resolve("chart").toString());

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output())
        .contains("found a template, allowed YAML; render it first: helm template . |");
  }
}
