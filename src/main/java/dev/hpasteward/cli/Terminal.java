package dev.hpasteward.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Whether a person is looking, and so whether colours help. */
final class Terminal {

  private Terminal() {}

  /** Output goes to a terminal that did not ask for plain text (NO_COLOR, TERM=dumb). */
  static boolean wantsColours() {
    return isInteractive()
        && System.getenv("NO_COLOR") == null
        && !"dumb".equals(System.getenv("TERM"));
  }

  /** A person is there. */
  // Before Java 22 there is no console without a terminal; since then the method below tells.
  @SuppressWarnings("SystemConsoleNull")
  static boolean isInteractive() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
