package dev.hpasteward.cluster.doctor;

import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.PolicyResult;
import dev.hpasteward.source.PolicySource;
import java.util.List;

/**
 * Whether the policy can be used.
 *
 * @param diagnoses what was found
 * @param policy the one that the other checks go by: the embedded one if there is no other
 */
record PolicyCheck(List<Diagnosis> diagnoses, ScalingPolicy policy) {

  private static final String ABOUT = "policy";

  PolicyCheck {
    diagnoses = List.copyOf(diagnoses);
  }

  /**
   * Judges one that was read.
   *
   * @param place where it is, such as {@code ConfigMap hpa-steward-policy}
   */
  static PolicyCheck of(PolicyResult result, String place) {
    return result.fold(
        policy ->
            new PolicyCheck(
                List.of(
                    Diagnosis.ok(
                        ABOUT,
                        "%s: %s, version %s, for %s"
                            .formatted(
                                place,
                                policy.name(),
                                policy.version(),
                                String.join(", ", policy.serviceTypes().keySet())))),
                policy),
        mistakes ->
            new PolicyCheck(
                mistakes.stream().map(PolicyCheck::diagnosis).toList(), PolicySource.embedded()));
  }

  private static Diagnosis diagnosis(Mistake mistake) {
    return Diagnosis.fail(
        ABOUT, mistake.toString(), "mend it; until then the policy before it stays in force");
  }

  /** Without one that was read; the diagnosis says why. */
  static PolicyCheck without(Diagnosis why) {
    return new PolicyCheck(List.of(why), PolicySource.embedded());
  }

  /** There is none where the program would look. */
  static PolicyCheck absent(String place) {
    return without(
        Diagnosis.fail(
            ABOUT,
            "there is no %s; the embedded policy is taken for what follows".formatted(place),
            Installation.APPLY + ", or name a file with --policy"));
  }
}
