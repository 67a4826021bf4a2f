package dev.hpasteward.replay;

import dev.hpasteward.simulation.controller.MetricReply;
import dev.hpasteward.simulation.controller.MetricType;
import dev.hpasteward.simulation.controller.Pod;
import dev.hpasteward.simulation.controller.PodSamples;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers of metrics APIs; those for pods are put in the order of the pods. */
final class ReplyReader {

  private final Map<String, Integer> places = new HashMap<>();
  private final int pods;

  ReplyReader(List<Pod> pods) {
    this.pods = pods.size();
    for (int index = 0; index < this.pods; index++) {
      places.put(pods.get(index).name(), index);
    }
  }

  /** The answer to this type of metric. */
  MetricReply reply(Fields reply, MetricType type) {
    String kind = kind(type);
    if (!reply.text("kind").equals(kind)) {
      throw reply.mistake("kind", kind + " for a metric of type " + type.id());
    }
    long at = reply.time("at");
    String error = reply.textOrNull("error");
    if (error != null) {
      return new MetricReply.Failed(at, error);
    }
    return switch (type) {
      case RESOURCE, CONTAINER_RESOURCE, PODS -> samples(reply, at);
      case OBJECT -> new MetricReply.Total(at, reply.integer("value"));
      case EXTERNAL -> {
        if (!reply.has("values")) {
          throw reply.mistake("values", "a list of whole numbers, unless there is an error");
        }
        yield new MetricReply.Series(at, reply.integers("values"));
      }
    };
  }

  private static String kind(MetricType type) {
    return type == MetricType.CONTAINER_RESOURCE ? MetricType.RESOURCE.id() : type.id();
  }

  private PodSamples samples(Fields reply, long at) {
    if (!reply.has("samples")) {
      throw reply.mistake("samples", "a list, unless there is an error");
    }
    long[] values = new long[pods];
    long[] times = new long[pods];
    long[] windows = new long[pods];
    Arrays.fill(times, PodSamples.ABSENT);
    Map<String, Long> gone = new HashMap<>();
    for (Fields sample : reply.objects("samples")) {
      String name = sample.text("pod");
      long value = sample.integer("value");
      long time = sample.time("timestamp");
      long window = sample.time("window");
      Integer place = places.get(name);
      if (place == null) {
        gone.put(name, value);
      } else {
        values[place] = value;
        times[place] = time;
        windows[place] = window;
      }
    }
    long goneTotal = 0;
    for (long value : gone.values()) {
      goneTotal += value;
    }
    return new PodSamples(at, values, times, windows, gone.size(), goneTotal);
  }
}
