package dev.hpasteward.model;

/**
 * Who an object says owns it. Anybody can write that: it counts only if the owner exists.
 *
 * @param apiVersion group and version
 * @param kind the kind
 * @param name the name
 * @param uid the owner's uid
 */
public record OwnerReference(String apiVersion, String kind, String name, String uid) {

  /** Whether it names a ScaledObject of KEDA. */
  public boolean isScaledObject() {
    return kind.equals("ScaledObject") && apiVersion.startsWith("keda.sh/");
  }
}
