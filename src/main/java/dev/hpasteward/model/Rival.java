package dev.hpasteward.model;

/** Something that scales a workload. */
public sealed interface Rival {

  /** Kind and name, safe to show, such as {@code HorizontalPodAutoscaler egress}. */
  String describe();

  /** An HPA. */
  record OfHpa(Autoscaler autoscaler) implements Rival {
    @Override
    public String describe() {
      return "HorizontalPodAutoscaler " + Excerpt.plain(autoscaler.metadata().name());
    }
  }

  /** A ScaledObject of KEDA. */
  record OfScaledObject(String name) implements Rival {
    @Override
    public String describe() {
      return "ScaledObject " + Excerpt.plain(name);
    }
  }
}
