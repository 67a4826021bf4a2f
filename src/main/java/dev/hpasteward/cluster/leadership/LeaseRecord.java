package dev.hpasteward.cluster.leadership;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpecBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.Lock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The record in a Lease. The client's own LeaseLock can't take its name out of a Lease again, since
 * its patches leave out what is null; and a Lease that lacks a field ends its elector without a
 * word. This one replaces the whole object, at the resourceVersion that was read.
 */
final class LeaseRecord implements Lock {

  /** A Lease that somebody wrote by hand may lack its times; nothing here depends on them. */
  private static final ZonedDateTime NEVER =
      ZonedDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final String namespace;
  private final String name;
  private final String identity;
  private @Nullable Lease read;

  LeaseRecord(String namespace, String name, String identity) {
    this.namespace = namespace;
    this.name = name;
    this.identity = identity;
  }

  @Override
  @SuppressWarnings("NullAway") // null is how the client wants to hear that there is none
  public synchronized LeaderElectionRecord get(KubernetesClient client) {
    Lease lease = client.resources(Lease.class).inNamespace(namespace).withName(name).get();
    read = lease;
    return lease == null ? null : record(lease.getSpec());
  }

  private static LeaderElectionRecord record(@Nullable LeaseSpec given) {
    LeaseSpec spec = given == null ? new LeaseSpec() : given;
    Integer seconds = spec.getLeaseDurationSeconds();
    Integer transitions = spec.getLeaseTransitions();
    return new LeaderElectionRecord(
        spec.getHolderIdentity(),
        seconds == null ? LeaseTimes.LEASE : Duration.ofSeconds(seconds),
        Objects.requireNonNullElse(spec.getAcquireTime(), NEVER),
        Objects.requireNonNullElse(spec.getRenewTime(), NEVER),
        transitions == null ? 0 : transitions);
  }

  @Override
  public synchronized void create(KubernetesClient client, LeaderElectionRecord wanted) {
    Lease lease =
        new LeaseBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .endMetadata()
            .withSpec(spec(wanted))
            .build();
    read = of(client, lease).create();
  }

  @Override
  public synchronized void update(KubernetesClient client, LeaderElectionRecord wanted) {
    Lease lease = Objects.requireNonNull(read, "it is read before it is written");
    Lease changed = new LeaseBuilder(lease).withSpec(spec(wanted)).build();
    // The resourceVersion of the metadata goes along: 409 if another has written since.
    read = of(client, changed).lockResourceVersion().update();
  }

  private Resource<Lease> of(KubernetesClient client, Lease lease) {
    return client.resource(lease);
  }

  private static LeaseSpec spec(LeaderElectionRecord record) {
    return new LeaseSpecBuilder()
        .withHolderIdentity(record.getHolderIdentity())
        .withLeaseDurationSeconds((int) record.getLeaseDuration().toSeconds())
        .withAcquireTime(record.getAcquireTime())
        .withRenewTime(record.getRenewTime())
        .withLeaseTransitions(record.getLeaderTransitions())
        .build();
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public String describe() {
    return namespace + "/" + name;
  }
}
