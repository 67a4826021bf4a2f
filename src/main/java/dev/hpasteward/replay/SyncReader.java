package dev.hpasteward.replay;

import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.MetricReply;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.PodList;
import dev.hpasteward.simulation.controller.ScaleReply;
import dev.hpasteward.simulation.controller.ScaleSelector;
import dev.hpasteward.simulation.controller.SyncInputs;
import dev.hpasteward.simulation.controller.WriteReply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a recorded controller met during a sync. */
final class SyncReader {

  /** The API's words are recorded nowhere but in what the sync says of them. */
  private static final String STATUS_ERROR = "failed to update status for ";

  private final AutoscalerSpec spec;
  private final PodList pods;
  private final ReplyReader replies;

  SyncReader(AutoscalerSpec spec, PodList pods, ReplyReader replies) {
    this.spec = spec;
    this.pods = pods;
    this.replies = replies;
  }

  SyncInputs inputs(Fields sync) {
    ScaleReply scale = scale(sync.object("scale"));
    return new SyncInputs(
        sync.time("time"),
        scale,
        pods,
        sync.texts("selectingHpas"),
        metrics(sync),
        sync.timeOr("decidedAt", scale.at()),
        writes(sync),
        sync.flag("statusLost") ? statusError(sync) : null);
  }

  private static ScaleReply scale(Fields scale) {
    long at = scale.time("at");
    String error = scale.textOrNull("error");
    if (error != null) {
      return new ScaleReply.Failed(at, error, scale.flag("unknownKind"));
    }
    String selector = scale.textOrNull("selector");
    return new ScaleReply.Found(
        at,
        scale.count("specReplicas"),
        scale.count("statusReplicas"),
        ScaleSelector.of(selector == null ? "" : selector));
  }

  /** One for each metric that is asked for; a metric with a malformed selector is not. */
  private List<MetricReply> metrics(Fields sync) {
    List<Fields> written = sync.objects("metrics");
    List<MetricReply> metrics = new ArrayList<>(written.size());
    List<MetricSpec> asked = spec.metrics().stream().filter(MetricSpec::isAsked).toList();
    if (written.size() > asked.size()) {
      throw sync.mistake("metrics", "a list of at most " + asked.size() + " answers");
    }
    for (Fields reply : written) {
      metrics.add(replies.reply(reply, asked.get(metrics.size()).source().type()));
    }
    return metrics;
  }

  private static List<WriteReply> writes(Fields sync) {
    List<WriteReply> writes = new ArrayList<>();
    for (Fields reply : sync.objects("scaleReplies")) {
      writes.add(
          new WriteReply(reply.time("at"), reply.textOrNull("error"), reply.flag("conflict")));
    }
    return writes;
  }

  private String statusError(Fields sync) {
    String told = sync.object("outputs").textOrNull("error");
    String start = STATUS_ERROR + spec.name() + ": ";
    return told != null && told.startsWith(start) ? told.substring(start.length()) : "";
  }

  /** The pods of a line; null where they are those of the line before. */
  static @Nullable PodList pods(Fields line) {
    String error = line.textOrNull("listError");
    if (error != null) {
      return PodList.failed(error);
    }
    return line.has("pods") ? PodList.of(PodReader.pods(line)) : null;
  }
}
