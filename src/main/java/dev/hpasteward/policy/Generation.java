package dev.hpasteward.policy;

import java.util.Set;

/**
 * How HPAs are generated for Deployments that have none.
 *
 * @param delaySeconds how long a new Deployment waits for an HPA of its author, 0 to 3600: charts
 *     apply theirs right after it
 * @param writesPerSecond how many HPAs are rewritten each second after a change of the policy, 1 to
 *     1000
 * @param copyLabels keys of labels that an HPA gets from its Deployment; none of {@link
 *     #NEVER_COPIED}
 */
public record Generation(int delaySeconds, int writesPerSecond, Set<String> copyLabels) {

  /** Ours: what holds where a policy says nothing. */
  public static final Generation DEFAULT = new Generation(30, 10, Set.of());

  /**
   * Labels by which Argo CD, Helm and others recognise what is theirs, and delete what they don't
   * find in Git.
   */
  public static final Set<String> NEVER_COPIED =
      Set.of(
          "app.kubernetes.io/instance",
          "app.kubernetes.io/managed-by",
          "argocd.argoproj.io/instance");

  /** Domains whose labels are never copied either. */
  private static final Set<String> FOREIGN_DOMAINS =
      Set.of("argocd.argoproj.io", "fluxcd.io", "toolkit.fluxcd.io", "helm.sh");

  public Generation {
    copyLabels = Set.copyOf(copyLabels);
  }

  /** Whether a label of this key may be copied at all. */
  public static boolean mayBeCopied(String key) {
    int slash = key.indexOf('/');
    String domain = slash < 0 ? "" : key.substring(0, slash);
    return !NEVER_COPIED.contains(key)
        && FOREIGN_DOMAINS.stream()
            .noneMatch(foreign -> domain.equals(foreign) || domain.endsWith("." + foreign))
        && !domain.equals("hpa-steward.dev");
  }
}
