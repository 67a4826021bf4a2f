package dev.hpasteward.cli;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Whether a person is looking, and so whether colours help. */
final class Terminal {

  private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
  private static final Pattern TERMINALS = Pattern.compile("/dev/(pts/.*|tty.*|console)");

  private Terminal() {}

  /** Standard output goes to a terminal that did not ask for plain text (NO_COLOR, TERM=dumb). */
  static boolean wantsColours() {
    return isTerminal(STANDARD_OUTPUT) && isAskedFor();
  }

  /** Standard error does. */
  static boolean wantsColoursOnError() {
    return isTerminal(STANDARD_ERROR) && isAskedFor();
  }

  /** Somebody watches standard error, where progress is shown. */
  static boolean isErrorWatched() {
    return isTerminal(STANDARD_ERROR);
  }

  private static boolean isAskedFor() {
    String plain = System.getenv("NO_COLOR");
    return (plain == null || plain.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
  }

  /** Linux says it of each stream; elsewhere there is a console only with both. */
  private static boolean isTerminal(Path stream) {
    try {
      return TERMINALS.matcher(Files.readSymbolicLink(stream).toString()).matches();
    } catch (IOException | UnsupportedOperationException e) {
      return isInteractive();
    }
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
