package dev.hpasteward.cluster.leadership;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.Lock;
import org.jspecify.annotations.Nullable;

/** Keeps its record in memory, and lets a test happen while a request is under way. */
@SuppressWarnings("NullAway") // null is how the client wants to hear that there is no record
final class ScriptedLock implements Lock {

  private final String identity;
  private @Nullable LeaderElectionRecord record;
  private Runnable meanwhile = () -> {};

  ScriptedLock(String identity) {
    this.identity = identity;
  }

  void say(@Nullable LeaderElectionRecord next) {
    record = next;
  }

  void during(Runnable happens) {
    meanwhile = happens;
  }

  LeaderElectionRecord said(KubernetesClient client) {
    meanwhile = () -> {};
    return get(client);
  }

  @Override
  public LeaderElectionRecord get(KubernetesClient client) {
    meanwhile.run();
    return record;
  }

  @Override
  public void create(KubernetesClient client, LeaderElectionRecord next) {
    meanwhile.run();
    record = next;
  }

  @Override
  public void update(KubernetesClient client, LeaderElectionRecord next) {
    create(client, next);
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public String describe() {
    return "default/hpa-steward";
  }
}
