package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands say about themselves. */
class CommandLineIT {

  CommandLineIT() {}

  @ParameterizedTest
  @CsvSource({
    "--help, Usage: hpa-steward [-hV] COMMAND",
    "serve --help, Usage: hpa-steward serve [-hV] [--register] [--webhook-only]",
    "demo --help, Usage: hpa-steward demo [-hV] [--keep]",
    "doctor --help, Usage: hpa-steward doctor [-hV] [--context=NAME] [--dry-run-namespace=NAME]",
    "check --help, Usage: hpa-steward check [-hvV] [--cluster] [--diff] [--fix] [--only-manifests]",
    "render --help, Usage: hpa-steward render [-hV] [--headroom] [--kube-version=VERSION] [-n=NAME]",
    "simulate --help, Usage: hpa-steward simulate [OPTIONS]",
    "explain --help, Usage: hpa-steward explain [-hV] [RULE]",
    "help serve, Usage: hpa-steward serve [-hV] [--register] [--webhook-only]"
  })
  void everyCommandHasHelp(String arguments, String firstLine) {
    ProgramProcess program = ProgramProcess.start(arguments.split(" ", -1));

    assertThat(program.exitCode()).isZero();
    assertThat(program.output()).startsWith(firstLine + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "serve --bogus, Unknown option: '--bogus'",
    "demo --bogus, Unknown option: '--bogus'",
    "bogus, Unmatched argument at index 0: 'bogus'",
    "serve --port=many, Invalid value for option '--port': 'many' is not an int"
  })
  void whatNobodyKnowsIsRefusedAndTheUsageShown(String arguments, String firstLine) {
    ProgramProcess program = ProgramProcess.start(arguments.split(" ", -1));

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output()).startsWith(firstLine + "\n").contains("Usage: hpa-steward");
  }

  @Test
  void aUrlWithoutRegisteringIsRefused() {
    ProgramProcess program = ProgramProcess.start("serve", "--url=https://192.168.1.5:8443");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output())
        .isEqualTo("--url says where to reach this process: use it with --register");
  }

  @Test
  void aShellCompletesCommandsAndRules() throws IOException, InterruptedException {
    ProgramProcess program = ProgramProcess.start("generate-completion");
    assertThat(program.exitCode()).isZero();
    String script =
        program.output()
            + """

            COMP_WORDS=(hpa-steward explain cpu-)
            COMP_CWORD=2
            _complete_hpa-steward
            echo "completed: ${COMPREPLY[*]}"
            """;

    Process bash = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(bash.waitFor()).as(said).isZero();
    assertThat(said).contains("completed: cpu-target");
  }
}
