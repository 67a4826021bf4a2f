package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.document.Manifest;
import dev.hpasteward.document.ManifestText;
import dev.hpasteward.manifest.AutoscalerReader;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.source.Mistake;
import java.util.ArrayList;
import java.util.List;

/** The HPAs that people wrote, as the API server would store them. */
public final class WrittenAutoscalers {

  private WrittenAutoscalers() {}

  /**
   * What is in some texts.
   *
   * @param autoscalers in their order
   * @param mistakes what can't be read
   */
  public record Result(List<Written> autoscalers, List<Mistake> mistakes) {}

  /**
   * One of them.
   *
   * @param autoscaler with the API's defaults filled in
   * @param refused for what the API server would refuse it, as far as {@code autoscaler} does not
   *     show it
   */
  public record Written(Autoscaler autoscaler, List<RefusedField> refused) {}

  /** Reads them. */
  public static Result of(List<ManifestText> texts, Settings settings) {
    Gathering gathering = Gathering.of(texts, settings);
    List<Written> autoscalers = new ArrayList<>();
    for (List<Manifest> manifests : gathering.judged().values()) {
      for (Manifest manifest : manifests) {
        if (Kind.of(manifest) == Kind.AUTOSCALER) {
          autoscalers.add(
              new Written(stored(manifest, settings), RefusedFields.of(manifest.object())));
        }
      }
    }
    return new Result(autoscalers, gathering.mistakes());
  }

  private static Autoscaler stored(Manifest manifest, Settings settings) {
    JsonNode received = ApiServer.received(Kind.AUTOSCALER, manifest.object(), settings);
    JsonNode object = ApiServer.changed(Kind.AUTOSCALER, received, settings.version());
    try {
      return AutoscalerReader.read(object, settings.namespaceOf(object), manifest.apiVersion());
    } catch (MalformedObject e) {
      throw new IllegalStateException("what could be read before can't be read now", e);
    }
  }
}
