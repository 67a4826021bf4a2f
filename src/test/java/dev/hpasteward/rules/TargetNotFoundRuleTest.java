package dev.hpasteward.rules;

import static dev.hpasteward.policy.RuleId.TARGET_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetNotFoundRuleTest {

  @Test
  void aMissingDeploymentIsTold() {
    assertThat(judge(Autoscalers.sfu(), new Target.Missing()))
        .containsExactly(
            Violation.of(
                    TARGET_NOT_FOUND,
                    FieldPath.of("spec.scaleTargetRef.name"),
                    "\"example\"",
                    "a Deployment of namespace media",
                    "create the Deployment, or correct the name")
                .because("there is no Deployment \"example\" in this namespace"));
  }

  @Test
  void onlyAutoscalersWithOurLabelHearIt() {
    assertThat(judge(Autoscalers.sfu().unlabelled(), new Target.Missing())).isEmpty();
  }

  @Test
  void whoeverIsThereOrWasNotLookedUpIsNotMissing() {
    assertThat(judge(Autoscalers.sfu(), new Target.Found(Workloads.of("sfu")))).isEmpty();
    assertThat(judge(Autoscalers.sfu(), new Target.Unknown())).isEmpty();
    assertThat(judge(Autoscalers.sfu(), new Target.NotLookedUp())).isEmpty();
  }

  @Test
  void namesFromAManifestAreEscaped() {
    AutoscalerBuilder sfu = Autoscalers.sfu().target("apps/v1", "Deployment", "a\tb");
    Metadata metadata = new Metadata("x\u001b[2Jy", "example", sfu.metadata().labels(), Map.of());

    assertThat(judge(sfu.metadata(metadata), new Target.Missing()))
        .extracting(Violation::found, Violation::allowed)
        .containsExactly(tuple("\"a\\u0009b\"", "a Deployment of namespace x\\u001b[2Jy"));
  }

  private static List<Violation> judge(AutoscalerBuilder autoscaler, Target target) {
    return Judged.autoscaler(
            autoscaler,
            StrategyPolicy.sfu(),
            ControllerDefaults.KUBERNETES,
            Surroundings.none(true).with(target))
        .by(TARGET_NOT_FOUND);
  }
}
