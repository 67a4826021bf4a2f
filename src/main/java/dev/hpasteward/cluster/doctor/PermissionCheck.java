package dev.hpasteward.cluster.doctor;

import java.util.List;

/** Whether the program's service account may do all that it does. */
final class PermissionCheck {

  private static final String ABOUT = "RBAC";

  /** A line is read by people; the remedy is the same for all. */
  private static final int NAMED = 5;

  private PermissionCheck() {}

  /** A permission and what the API server says of it. */
  record Asked(Permission permission, Answer answer) {}

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
    List<String> denied =
        asked.stream()
            .filter(each -> !each.answer().body().at("/status/allowed").asBoolean())
            .map(each -> each.permission().toString())
            .toList();
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
                String.join(", ", denied.subList(0, Math.min(NAMED, denied.size()))),
                more),
        "kubectl apply the roles and bindings of deploy/base/rbac.yaml");
  }
}
