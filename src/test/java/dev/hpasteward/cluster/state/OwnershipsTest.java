package dev.hpasteward.cluster.state;

import static dev.hpasteward.cluster.state.Cast.EGRESS;
import static dev.hpasteward.cluster.state.Cast.generated;
import static dev.hpasteward.cluster.state.Cast.hpa;
import static dev.hpasteward.cluster.state.Cast.ofKeda;
import static dev.hpasteward.cluster.state.Cast.scaledObject;
import static dev.hpasteward.cluster.state.Cast.state;
import static dev.hpasteward.cluster.state.Cast.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.OwnerReference;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Surroundings.Ownership;
import dev.hpasteward.model.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnershipsTest {

  private static final Map<String, String> OURS =
      Map.of(StewardKeys.MANAGED_BY, StewardKeys.STEWARD);

  private record Row(
      String name, Autoscaler autoscaler, Optional<Workload> target, Ownership ownership) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(String name, Autoscaler autoscaler, Ownership ownership) {
    return new Row(name, autoscaler, Optional.of(workload("egress", "u-1")), ownership);
  }

  private static Autoscaler owned(String apiVersion, String kind, String name, String uid) {
    return hpa("egress-hpa-steward", EGRESS, OURS, new OwnerReference(apiVersion, kind, name, uid));
  }

  private static Autoscaler adopted(String answer, boolean applied) {
    Autoscaler own = hpa("mine", EGRESS, OURS);
    Metadata metadata = own.metadata();
    return new Autoscaler(
        new Metadata(
            metadata.namespace(),
            metadata.name(),
            metadata.labels(),
            Map.of(StewardKeys.ADOPT, answer),
            metadata.uid(),
            Optional.empty(),
            metadata.owners()),
        own.writtenAs(),
        own.target(),
        own.minReplicas(),
        own.maxReplicas(),
        own.metrics(),
        own.scaleUp(),
        own.scaleDown(),
        applied);
  }

  private static Stream<Row> rows() {
    return Stream.of(
        row("nobody's", hpa("egress", EGRESS), Ownership.ANYBODY),
        row("KEDA's", ofKeda("egress", "s-1", EGRESS), Ownership.KEDA),
        row("a wrong uid", ofKeda("egress", "s-0", EGRESS), Ownership.ANYBODY),
        row("no such ScaledObject", ofKeda("other", "s-1", EGRESS), Ownership.ANYBODY),
        row(
            "a ScaledObject of another group",
            owned("example.com/v1", "ScaledObject", "egress", "s-1"),
            Ownership.ANYBODY),
        row("ours", generated("egress", "u-1"), Ownership.STEWARD),
        row(
            "ours in a later version",
            owned("apps/v2", "Deployment", "egress", "u-1"),
            Ownership.STEWARD),
        row("a Deployment that is gone", generated("egress", "u-0"), Ownership.ANYBODY),
        row(
            "a Deployment of another group",
            owned("example.com/v1", "Deployment", "egress", "u-1"),
            Ownership.ANYBODY),
        row("another owner", owned("apps/v1", "ReplicaSet", "egress", "u-1"), Ownership.ANYBODY),
        row("another name", owned("apps/v1", "Deployment", "sip", "u-1"), Ownership.ANYBODY),
        row("a label without an owner", hpa("egress-hpa-steward", EGRESS, OURS), Ownership.ANYBODY),
        row(
            "an owner without the label",
            hpa(
                "egress-hpa-steward",
                EGRESS,
                new OwnerReference("apps/v1", "Deployment", "egress", "u-1")),
            Ownership.ANYBODY),
        row(
            "one that pretends",
            hpa("mine", EGRESS, OURS, new OwnerReference("apps/v1", "Deployment", "egress", "u-1")),
            Ownership.ANYBODY),
        row("one that we took over", adopted("true", true), Ownership.STEWARD),
        row("one that was not given to us", adopted("yes", true), Ownership.ANYBODY),
        row("one that we have not taken yet", adopted("true", false), Ownership.ANYBODY),
        new Row(
            "ours of a target that nobody knows",
            generated("egress", "u-1"),
            Optional.empty(),
            Ownership.ANYBODY));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anAutoscalerIsTheirsWhoExist(Row row) {
    ClusterState state = state(scaledObject("egress", "s-1", EGRESS));

    assertThat(Ownerships.of(row.autoscaler(), row.target(), state)).isEqualTo(row.ownership());
  }
}
