package dev.hpasteward.cli;

import io.quarkus.runtime.annotations.QuarkusMain;

/** The program. Without an argument it serves: that is how a container starts it. */
@QuarkusMain
public final class Main {

  Main() {}

  public static void main(String... arguments) {
    String[] given = arguments.length == 0 ? new String[] {"serve"} : arguments;
    System.exit(exitCode(given));
  }

  private static int exitCode(String... arguments) {
    try {
      return RootCommand.commandLine(arguments).execute(arguments);
    } catch (OutOfMemoryError e) {
      System.err.println("there is not enough memory for it: give Java more, such as -Xmx1g");
      return RootCommand.FAULT;
    } catch (StackOverflowError e) {
      System.err.println("something in it is nested too deeply: nest less deeply");
      return RootCommand.FAULT;
    }
  }
}
