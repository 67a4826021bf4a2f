package dev.hpasteward.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build stamped into the program. */
final class ProgramVersion implements IVersionProvider {

  ProgramVersion() {}

  @Override
  public String[] getVersion() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {"hpa-steward " + (version == null ? "development" : version)};
  }
}
