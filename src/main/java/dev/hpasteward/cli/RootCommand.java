package dev.hpasteward.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands of the program. */
@Command(
    name = "hpa-steward",
    description = "Turns a written autoscaling strategy into running enforcement on Kubernetes.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Without a command it serves. Exit codes: 0 fine, 1 something was found or failed,",
      "2 bad usage or input, 3 a fault of the program."
    })
final class RootCommand implements Runnable {

  /** Of a fault of ours: it must not be taken for a verdict. */
  static final int FAULT = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  RootCommand() {}

  /** For a call with these arguments. */
  static CommandLine commandLine(String... arguments) {
    CommandLine commandLine = new CommandLine(new RootCommand());
    Subcommands.addTo(commandLine, arguments);
    // A file whose name begins with @ is a file.
    commandLine.setExpandAtFiles(false);
    // Manifests and reports are UTF-8, whatever the terminal's own letters are.
    commandLine.setOut(utf8(FileDescriptor.out));
    commandLine.setErr(utf8(FileDescriptor.err));
    commandLine.setExitCodeExceptionMapper(
        fault -> fault instanceof ParameterException ? CommandLine.ExitCode.USAGE : FAULT);
    commandLine.setExecutionExceptionHandler(
        (fault, command, result) -> {
          if (fault instanceof UnusableInput unusable) {
            print(command.getErr(), unusable.text());
            return CommandLine.ExitCode.USAGE;
          }
          throw fault;
        });
    return commandLine;
  }

  /** System.out would keep to itself that nobody takes what is printed. */
  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
  }

  private static void print(PrintWriter out, String text) {
    out.println(text);
    out.flush();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }
}
