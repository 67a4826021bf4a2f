package dev.hpasteward.cluster.doctor;

import java.util.List;
import java.util.stream.Collectors;

/** Whether the program's service account may do all that it does. */
final class PermissionCheck {

  private static final String ABOUT = "RBAC";

  /** A line is read by people; the remedy is the same for all. */
  private static final int NAMED = 5;

  private PermissionCheck() {}

  /**
   * A permission and what the API server says of it.
   *
   * @param grantedBy the manifest that grants it
   */
  record Asked(InstalledManifest grantedBy, Permission permission, Answer answer) {

    boolean denied() {
      return !answer.body().at("/status/allowed").asBoolean();
    }
  }

  /**
   * The manifests that grant all that an installation with this Deployment needs; may need, if it
   * can't be read.
   */
  static List<InstalledManifest> manifests(Answer deployment) {
    boolean unread = !deployment.succeeded() && !deployment.missing();
    return unread || Installation.argument(deployment.body(), "--certificate-secret").isPresent()
        ? List.of(InstalledManifest.PERMISSIONS, InstalledManifest.CERTIFICATE_PERMISSIONS)
        : List.of(InstalledManifest.PERMISSIONS);
  }

  /** Judges all of them; {@code account} is namespace/name. */
  static Diagnosis of(List<Asked> asked, String account) {
    for (Asked each : asked) {
      if (!each.answer().succeeded()) {
        return each.answer().notPermitted()
            ? Diagnosis.skip(
                ABOUT,
                "you may not ask: " + each.answer().reason(),
                "use a kubeconfig that may create SubjectAccessReviews")
            : Diagnosis.unread(ABOUT, each.answer());
      }
    }
    List<Asked> denied = asked.stream().filter(Asked::denied).toList();
    if (denied.isEmpty()) {
      return Diagnosis.ok(
          ABOUT, "ServiceAccount %s has all %d permissions".formatted(account, asked.size()));
    }
    String more = denied.size() > NAMED ? " and %d more".formatted(denied.size() - NAMED) : "";
    return Diagnosis.fail(
        ABOUT,
        "ServiceAccount %s may not: %s%s"
            .formatted(
                account,
                denied.stream()
                    .limit(NAMED)
                    .map(each -> each.permission().toString())
                    .collect(Collectors.joining(", ")),
                more),
        "kubectl apply the roles and bindings of "
            + denied.stream()
                .map(each -> each.grantedBy().path())
                .distinct()
                .collect(Collectors.joining(" and ")));
  }
}
