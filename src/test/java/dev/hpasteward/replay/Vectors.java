package dev.hpasteward.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small vectors that tests write themselves. */
final class Vectors {

  /** A call that asks for 4 pods. */
  static final String CALL =
      """
      {"id":"one","method":"GetMetricReplicas","note":"twice the target","now":100,\
      "cpuInitializationPeriod":300,"initialReadinessDelay":30,"toleranceUp":0.1,\
      "toleranceDown":0.1,"currentReplicas":2,"targetMilli":1000,"metricName":"calls",\
      "pods":[{"name":"a","phase":"Running","ready":"True","readyTransition":1,"startTime":0,\
      "deletionTimestamp":null,"containers":[]},{"name":"b","phase":"Running","ready":"True",\
      "readyTransition":1,"startTime":0,"deletionTimestamp":null,"containers":[]}],\
      "reply":{"kind":"Pods","name":"calls","at":100,"samples":[{"pod":"a","value":2000,\
      "timestamp":90,"window":30},{"pod":"b","value":2000,"timestamp":90,"window":30}]},\
      "result":{"replicas":4,"rawValue":2000}}""";

  /** The header of a trace with one sync. */
  static final String TRACE =
      """
      {"kind":"trace","id":"t","family":"own","namespace":"media","hpaName":"worker","syncs":1,\
      "flags":{"syncPeriod":15,"downscaleStabilization":300,"tolerance":0.1,\
      "cpuInitializationPeriod":300,"initialReadinessDelay":30,\
      "featureGates":{"HPAConfigurableTolerance":true,"HPAScaleToZero":false}},\
      "hpaSpec":{"scaleTargetRef":{"kind":"Deployment","name":"worker","apiVersion":"apps/v1"},\
      "minReplicas":1,"maxReplicas":5,"metrics":[{"type":"External","external":{"metric":\
      {"name":"queue"},"target":{"type":"Value","value":"10"}}}]},\
      "parsed":{"targetMilli":[10000],"toleranceUp":0.1,"toleranceDown":0.1}}""";

  /** Its sync, in which the scale is not found. */
  static final String SYNC =
      """
      {"kind":"sync","sync":0,"time":15,"scale":{"at":15.5,"error":"not found"},"pods":[],\
      "metrics":[],"decidedAt":null,"outputs":{"proposal":null,"proposalMetric":null,\
      "desiredReplicas":0,"currentReplicas":0,"scaleWrites":[],"scaledTo":null,\
      "conditions":[{"type":"AbleToScale","status":"False","reason":"FailedGetScale","message":\
      "the HPA controller was unable to get the target's current scale: not found"}],\
      "currentMetrics":[],"statusWrite":"ok",\
      "error":"failed to query scale subresource for Deployment/media/worker: not found"}}""";

  private Vectors() {}

  static Path file(Path folder, String... lines) {
    try {
      return Files.writeString(folder.resolve("vectors.jsonl"), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
