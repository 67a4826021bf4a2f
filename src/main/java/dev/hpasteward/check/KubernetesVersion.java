package dev.hpasteward.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Kubernetes, as far as it changes a verdict. */
public record KubernetesVersion(int major, int minor) {

  /** The newest that changes something; what is newer is taken to do as it does. */
  public static final KubernetesVersion CURRENT = new KubernetesVersion(1, 37);

  private static final Pattern WRITTEN =
      Pattern.compile("v?([0-9]{1,2})\\.([0-9]{1,3})([.+-].{0,40})?");

  /** From such as {@code 1.35}, {@code v1.33.2} or {@code v1.32.9-eks-113cf36}. */
  public static Optional<KubernetesVersion> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new KubernetesVersion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /**
   * Whether {@code behavior.*.tolerance} is kept: by default since 1.35 (kube_features.go,
   * HPAConfigurableTolerance).
   */
  public boolean keepsTolerances() {
    return isAtLeast(1, 35);
  }

  /**
   * Whether the API has {@code behavior.*.tolerance} at all: since 1.33 (api/autoscaling/v2). An
   * older one drops it before it asks admission.
   */
  boolean knowsTolerances() {
    return isAtLeast(1, 33);
  }

  /**
   * Whether objects of this version of the API group {@code autoscaling} are taken. The beta
   * versions have gone with 1.26; an older cluster is none that the program works with.
   */
  boolean servesAutoscaling(String version) {
    return switch (version) {
      case "autoscaling/v1" -> true;
      case "autoscaling/v2" -> isAtLeast(1, 23);
      default -> false;
    };
  }

  private boolean isAtLeast(int otherMajor, int otherMinor) {
    return major > otherMajor || (major == otherMajor && minor >= otherMinor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
