package dev.hpasteward.decision;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.RuleId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An object that breaks a rule a little or not at all, and one that breaks it more.
 *
 * @param writes what can be done to the object that the rule has something to say about
 * @param grants the exemptions that the object can carry
 * @param around what surrounds both; an HPA with another target was alone with that
 */
record RuleCase(
    RuleId rule,
    Set<Write> writes,
    Set<Granted> grants,
    Subject little,
    Subject much,
    Surroundings around) {

  static final Surroundings ALONE = Surroundings.none(true);

  /** What the write does. */
  enum Write {
    CREATE,
    WORSE,
    SAME,
    BETTER
  }

  /** An exemption that the object carries. */
  enum Granted {
    NONE,
    VALID,
    EXPIRED,
    FOR_ANOTHER_RULE
  }

  /** Breaking it a little is a violation too. */
  static RuleCase measured(RuleId rule, AutoscalerBuilder little, AutoscalerBuilder much) {
    return measured(rule, little.build(), much.build());
  }

  /** Breaking it a little is a violation too. */
  static RuleCase measured(RuleId rule, Subject little, Subject much) {
    return new RuleCase(
        rule, EnumSet.allOf(Write.class), EnumSet.allOf(Granted.class), little, much, ALONE);
  }

  /** There is no less of it, so nothing gets better by less than all of it. */
  static RuleCase brokenOrNot(RuleId rule, AutoscalerBuilder whole, AutoscalerBuilder broken) {
    return brokenOrNot(rule, whole.build(), broken.build(), ALONE);
  }

  /** There is no less of it, so nothing gets better by less than all of it. */
  static RuleCase brokenOrNot(RuleId rule, Subject whole, Subject broken, Surroundings around) {
    return new RuleCase(
        rule,
        EnumSet.of(Write.CREATE, Write.WORSE, Write.SAME),
        EnumSet.allOf(Granted.class),
        whole,
        broken,
        around);
  }

  RuleCase only(Write write) {
    return new RuleCase(rule, EnumSet.of(write), grants, little, much, around);
  }

  RuleCase withoutExemption() {
    return new RuleCase(rule, writes, EnumSet.of(Granted.NONE), little, much, around);
  }

  /** The same object with more annotations. */
  static Subject annotated(Subject subject, Map<String, String> more) {
    Metadata metadata = subject.metadata();
    Map<String, String> annotations = new HashMap<>(metadata.annotations());
    annotations.putAll(more);
    Metadata annotated =
        new Metadata(metadata.namespace(), metadata.name(), metadata.labels(), annotations);
    if (subject instanceof Workload workload) {
      return new Workload(
          annotated, workload.replicas(), workload.replicasDeclared(), workload.template());
    }
    Autoscaler autoscaler = (Autoscaler) subject;
    return new Autoscaler(
        annotated,
        autoscaler.writtenAs(),
        autoscaler.target(),
        autoscaler.minReplicas(),
        autoscaler.maxReplicas(),
        autoscaler.metrics(),
        autoscaler.scaleUp(),
        autoscaler.scaleDown());
  }

  @Override
  public String toString() {
    return rule.id() + " of " + much.getClass().getSimpleName();
  }
}
