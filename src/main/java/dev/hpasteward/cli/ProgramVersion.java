package dev.hpasteward.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build stamped into the program. */
final class ProgramVersion implements IVersionProvider {

  ProgramVersion() {}

  @Override
  public String[] getVersion() {
    return new String[] {"hpa-steward " + number()};
  }

  /** Such as {@code 0.1.0}. */
  static String number() {
    return Objects.requireNonNullElse(
        ProgramVersion.class.getPackage().getImplementationVersion(), "development");
  }
}
