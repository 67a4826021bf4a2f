package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
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
    "check --help, Usage: hpa-steward check [-hvV] [--diff] [--fix] [--warnings-as-errors]",
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
}
