package dev.hpasteward.cli;

import io.quarkus.runtime.annotations.QuarkusMain;

/** The program. Without an argument it serves: that is how a container starts it. */
@QuarkusMain
public final class Main {

  Main() {}

  public static void main(String... arguments) {
    String[] given = arguments.length == 0 ? new String[] {"serve"} : arguments;
    int exitCode = RootCommand.commandLine().execute(given);
    System.exit(exitCode);
  }
}
