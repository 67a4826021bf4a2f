package dev.hpasteward.cli;

import java.util.regex.Pattern;

/** The name of an object of the API server, as an option may give it. */
final class ObjectName {

  /** A DNS subdomain: RFC 1123, at most 253 characters. */
  private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

  private ObjectName() {}

  /**
   * Checks it.
   *
   * @param what it must be the name of, such as {@code a namespace}
   * @throws UnusableInput if nothing can have this name
   */
  static void check(String option, String name, String what) {
    if (!FORM.matcher(name).matches()) {
      throw new UnusableInput("%s: found %s, must be the name of %s".formatted(option, name, what));
    }
  }
}
