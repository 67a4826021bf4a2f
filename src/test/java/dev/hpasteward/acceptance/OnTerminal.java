package dev.hpasteward.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a person sees who types a command on a terminal.
 *
 * @param exitCode of the program
 * @param said all that appears, colours as escape sequences
 */
record OnTerminal(int exitCode, String said) {

  /** Types it, with these environment variables besides. */
  static OnTerminal typed(Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    String command =
        System.getProperty("java.home")
            + "/bin/java -XX:TieredStopAtLevel=1 -jar target/quarkus-app/quarkus-run.jar "
            + String.join(" ", arguments);
    ProcessBuilder script =
        new ProcessBuilder("script", "-qec", command, "/dev/null").redirectErrorStream(true);
    script.environment().remove("NO_COLOR");
    script.environment().put("TERM", "xterm");
    script.environment().putAll(environment);
    Process process = script.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new OnTerminal(process.waitFor(), said);
  }
}
