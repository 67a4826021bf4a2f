package dev.hpasteward.simulation.controller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the controller meets during one sync, in its order.
 *
 * @param time when it picks the HPA up, in nanoseconds
 * @param scale the answer of the target's scale
 * @param pods the target's pods during the whole sync
 * @param selecting keys ({@code namespace/name}) of the HPAs that select these pods, where there is
 *     more than one
 * @param metrics answers in the order of {@code spec.metrics}; one that is not asked (its selector
 *     is malformed) has none
 * @param decidedAt the now of windows and rates, in nanoseconds
 * @param writes answers to the writes of the scale, in order; more writes than these are accepted,
 *     at the time of the decision
 * @param statusError why the HPA's status could not be written; null if it can
 */
public record SyncInputs(
    long time,
    ScaleReply scale,
    PodList pods,
    List<String> selecting,
    List<MetricReply> metrics,
    long decidedAt,
    List<WriteReply> writes,
    @Nullable String statusError) {

  /** A sync that takes no time, and to which every API answers. */
  public static SyncInputs undisturbed(
      ScaleReply.Found scale, List<Pod> pods, List<MetricReply> metrics) {
    long now = scale.at();
    return new SyncInputs(now, scale, PodList.of(pods), List.of(), metrics, now, List.of(), null);
  }
}
