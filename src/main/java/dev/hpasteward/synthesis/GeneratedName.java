package dev.hpasteward.synthesis;

import dev.hpasteward.policy.Digest;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the HPA of a Deployment is called: {@code <deployment>-hpa-steward}. */
public final class GeneratedName {

  private static final String SUFFIX = "-hpa-steward";

  /** Characters that the API server lets an HPA's name have (DNS subdomain, RFC 1123). */
  private static final int LONGEST = 253;

  private static final int HASH_DIGITS = 8;

  /** Of a shortened name, what is left if twenty dashes and dots before the hash are dropped. */
  private static final int SHORTENED = LONGEST - 20;

  private static final Pattern FORM = Pattern.compile(".*-[0-9a-f]{8}" + SUFFIX);

  private GeneratedName() {}

  /** The name; of a Deployment with a longer one, its first part and a hash of it. */
  public static String of(String deployment) {
    if (deployment.length() + SUFFIX.length() <= LONGEST) {
      return deployment + SUFFIX;
    }
    int room = LONGEST - SUFFIX.length() - HASH_DIGITS - 1;
    String start = deployment.substring(0, room).replaceAll("[-.]+$", "");
    return start + "-" + Digest.of(deployment, HASH_DIGITS) + SUFFIX;
  }

  /** The Deployment whose HPA has this name, where the name tells it in full. */
  public static Optional<String> deploymentOf(String name) {
    return name.endsWith(SUFFIX) && name.length() > SUFFIX.length()
        ? Optional.of(name.substring(0, name.length() - SUFFIX.length()))
        : Optional.empty();
  }

  /** Whether only a hash may tell the rest of the Deployment's name. */
  public static boolean isShortened(String name) {
    return name.length() > SHORTENED && FORM.matcher(name).matches();
  }
}
