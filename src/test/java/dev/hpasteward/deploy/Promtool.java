package dev.hpasteward.deploy;

import java.util.List;

/** Prometheus' own program for checking rules, built when it is first needed. */
record Promtool(String program) {

  /** Two minutes on a new machine, and room for a slow one. */
  private static final int BUILD_SECONDS = 1200;

  static Promtool built() {
    List<String> lines =
        CommandOutput.within(BUILD_SECONDS, "bash", "src/test/promtool/build")
            .successful()
            .lines()
            .toList();
    return new Promtool(lines.get(lines.size() - 1));
  }

  CommandOutput run(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = program;
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return CommandOutput.of(command);
  }
}
