package dev.hpasteward.model;

import java.util.Optional;
import java.util.OptionalInt;

/** Entries of {@code spec.metrics}, still without their place in the list. */
public final class Metrics {
  private Metrics() {}

  /** An entry that does not know yet where it will stand. */
  @FunctionalInterface
  public interface Entry {
    Metric at(FieldPath path);
  }

  /** A target that does not know yet where it will stand. */
  @FunctionalInterface
  private interface Target {
    MetricTarget at(FieldPath path);
  }

  public static Entry cpu(int averageUtilization) {
    return resource("cpu", utilization(averageUtilization));
  }

  public static Entry memory(int averageUtilization) {
    return resource("memory", utilization(averageUtilization));
  }

  public static Entry resource(String name, int averageUtilization) {
    return resource(name, utilization(averageUtilization));
  }

  public static Entry resourceAverage(String name, String averageValue) {
    return resource(name, average(averageValue));
  }

  /** A resource metric of one container named {@code main}. */
  public static Entry container(String name, int averageUtilization) {
    return path ->
        new Metric.ContainerResource(
            path,
            name,
            "main",
            utilization(averageUtilization).at(path.field("containerResource").field("target")));
  }

  public static Entry pods(String name, String averageValue) {
    return pods(name, false, average(averageValue));
  }

  public static Entry podsWithSelector(String name, String averageValue) {
    return pods(name, true, average(averageValue));
  }

  public static Entry podsValue(String name, String value) {
    return pods(name, false, value(value));
  }

  public static Entry external(String name, String averageValue) {
    return external(name, average(averageValue));
  }

  public static Entry externalValue(String name, String value) {
    return external(name, value(value));
  }

  public static Entry object(String name, String value) {
    return path ->
        new Metric.OfObject(path, name, value(value).at(path.field("object").field("target")));
  }

  /** A CPU metric whose target has no value at all. */
  public static Entry cpuWithoutValue() {
    return resource(
        "cpu",
        path -> new MetricTarget(path, OptionalInt.empty(), Optional.empty(), Optional.empty()));
  }

  /** An entry of a type that is unknown to us. */
  public static Entry other(String type) {
    return path -> new Metric.Other(path, type);
  }

  private static Entry resource(String name, Target target) {
    return path ->
        new Metric.Resource(path, name, target.at(path.field("resource").field("target")));
  }

  private static Entry pods(String name, boolean selected, Target target) {
    return path ->
        new Metric.Pods(path, name, selected, target.at(path.field("pods").field("target")));
  }

  private static Entry external(String name, Target target) {
    return path ->
        new Metric.External(path, name, target.at(path.field("external").field("target")));
  }

  private static Target utilization(int percent) {
    return path ->
        new MetricTarget(path, OptionalInt.of(percent), Optional.empty(), Optional.empty());
  }

  private static Target average(String value) {
    return path ->
        new MetricTarget(
            path, OptionalInt.empty(), Optional.of(Quantities.of(value)), Optional.empty());
  }

  private static Target value(String value) {
    return path ->
        new MetricTarget(
            path, OptionalInt.empty(), Optional.empty(), Optional.of(Quantities.of(value)));
  }
}
