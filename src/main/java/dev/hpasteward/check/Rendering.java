package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hpasteward.cluster.reconcile.BoundsExemption;
import dev.hpasteward.decision.Governance;
import dev.hpasteward.document.Manifest;
import dev.hpasteward.document.ManifestText;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.manifest.WorkloadReader;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.synthesis.GeneratedAutoscaler;
import dev.hpasteward.synthesis.GeneratedName;
import dev.hpasteward.synthesis.ReplicaRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The HPAs that would be generated for the Deployments of a call. */
public final class Rendering {

  private Rendering() {}

  /**
   * What came of a call.
   *
   * @param autoscalers for each Deployment with a service type, text by text, in their order
   * @param mistakes what can't be read
   */
  public record Result(List<Rendered> autoscalers, List<Mistake> mistakes) {}

  /**
   * An HPA.
   *
   * @param deployment the Deployment's name
   * @param namespace the namespace of both
   * @param type the service type
   * @param object all that it says
   */
  public record Rendered(
      String deployment, String namespace, ServiceTypePolicy type, JsonNode object) {}

  /**
   * Makes them.
   *
   * @param headroom whether free-capacity metrics take the headroom form, whatever the policy says
   */
  public static Result of(List<ManifestText> texts, Settings settings, boolean headroom) {
    Gathering gathering = Gathering.of(texts, settings);
    List<Rendered> rendered = new ArrayList<>();
    gathering
        .judged()
        .forEach(
            (text, manifests) ->
                manifests.stream()
                    .filter(manifest -> Kind.of(manifest) == Kind.WORKLOAD)
                    .forEach(
                        manifest ->
                            rendered(manifest, gathering.inventory(), settings, headroom)
                                .ifPresent(rendered::add)));
    return new Result(rendered, gathering.mistakes());
  }

  private static Optional<Rendered> rendered(
      Manifest manifest, Inventory inventory, Settings settings, boolean headroom) {
    if (manifest.object().path("metadata").path("name").asText("").isEmpty()) {
      // With generateName only the cluster knows what it is called.
      return Optional.empty();
    }
    Workload workload = workload(manifest, settings);
    return Governance.ofWorkload(workload, settings.policy())
        .serviceType()
        .map(type -> headroom ? type.encoding(Encoding.HEADROOM) : type)
        .map(
            type ->
                new Rendered(
                    workload.metadata().name(),
                    workload.metadata().namespace(),
                    type,
                    object(workload, type, inventory, settings)));
  }

  private static Workload workload(Manifest manifest, Settings settings) {
    JsonNode received = ApiServer.received(Kind.WORKLOAD, manifest.object(), settings);
    try {
      return WorkloadReader.read(received, settings.namespaceOf(received));
    } catch (MalformedObject e) {
      throw new IllegalStateException("what could be read before can't be read now", e);
    }
  }

  private static JsonNode object(
      Workload workload, ServiceTypePolicy type, Inventory inventory, Settings settings) {
    BoundsExemption exemption =
        BoundsExemption.of(
            workload, () -> inventory.around(workload), settings.policy(), settings.now());
    GeneratedAutoscaler.Order order =
        new GeneratedAutoscaler.Order(
            GeneratedName.of(workload.metadata().name()),
            workload,
            type,
            ReplicaRange.of(workload, type.replicas(), exemption.holds()),
            settings.version().keepsTolerances());
    return Edits.apply(
        JsonNodeFactory.instance.objectNode(), GeneratedAutoscaler.edits(order, settings.policy()));
  }
}
