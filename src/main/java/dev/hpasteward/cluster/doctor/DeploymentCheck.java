package dev.hpasteward.cluster.doctor;

/** Whether the pods are there and ready. */
final class DeploymentCheck {

  private static final String ABOUT = "Deployment";

  private DeploymentCheck() {}

  /** Judges the Deployment of the program; {@code name} is namespace/name. */
  static Diagnosis of(Answer deployment, String name) {
    if (deployment.missing()) {
      return Diagnosis.fail(
          ABOUT,
          "there is no %s".formatted(name),
          Installation.APPLY + ", or say where it is with --namespace");
    }
    if (!deployment.succeeded()) {
      return Diagnosis.unread(ABOUT, deployment);
    }
    int wanted = deployment.body().at("/spec/replicas").asInt(1);
    int ready = deployment.body().at("/status/readyReplicas").asInt(0);
    String found = "%s has %d of %d pods ready".formatted(name, ready, wanted);
    String namespace = name.substring(0, name.indexOf('/'));
    String look =
        "kubectl describe pods -n %s; a pod is ready once it has a certificate and has seen the cluster"
            .formatted(namespace);
    if (ready == 0) {
      return Diagnosis.fail(
          ABOUT, found + ": HPAs can't be written where failurePolicy is Fail", look);
    }
    return ready < wanted ? Diagnosis.warn(ABOUT, found, look) : Diagnosis.ok(ABOUT, found);
  }
}
