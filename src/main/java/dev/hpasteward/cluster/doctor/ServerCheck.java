package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the API server is one that HPA Steward works with. */
final class ServerCheck {

  /** The first with matchConditions of webhooks as a stable feature. */
  private static final int OLDEST_MINOR = 30;

  private static final String ABOUT = "API server";
  private static final Pattern NUMBERS = Pattern.compile("v(\\d+)\\.(\\d+).*");

  private ServerCheck() {}

  /**
   * Judges it.
   *
   * @param address where it is
   * @param version of {@code /version}
   * @param autoscaling of {@code /apis/autoscaling/v2}
   * @param user of a SelfSubjectReview
   */
  static Diagnosis of(String address, Answer version, Answer autoscaling, Answer user) {
    String release = version.body().path("gitVersion").asText("of an unknown version");
    String seen = "%s is %s%s".formatted(address, release, asked(user.body()));
    Matcher numbers = NUMBERS.matcher(release);
    if (autoscaling.missing()) {
      return Diagnosis.fail(
          ABOUT, seen + ", without autoscaling/v2", "use Kubernetes 1.30 or later");
    }
    if (numbers.matches() && isOld(numbers)) {
      return Diagnosis.fail(
          ABOUT,
          seen + ", too old: webhooks have no matchConditions there",
          "use Kubernetes 1.30 or later");
    }
    return numbers.matches()
        ? Diagnosis.ok(ABOUT, seen)
        : Diagnosis.warn(ABOUT, seen, "see that it is Kubernetes 1.30 or later");
  }

  private static String asked(JsonNode review) {
    String name = review.at("/status/userInfo/username").asText("");
    return name.isEmpty() ? "" : ", asked as " + name;
  }

  private static boolean isOld(Matcher numbers) {
    return Integer.parseInt(numbers.group(1)) == 1
        && Integer.parseInt(numbers.group(2)) < OLDEST_MINOR;
  }
}
