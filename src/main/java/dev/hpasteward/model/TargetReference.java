package dev.hpasteward.model;

/**
 * What an autoscaler scales.
 *
 * @param apiVersion group and version, such as {@code apps/v1}; only the group counts
 * @param kind the kind; case matters
 * @param name the name, in the autoscaler's namespace
 */
public record TargetReference(String apiVersion, String kind, String name) {

  /** The API group; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** Whether it is a Deployment, whatever the version of the apps group. */
  public boolean isDeployment() {
    return group().equals("apps") && kind.equals("Deployment");
  }
}
