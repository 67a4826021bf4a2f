package dev.hpasteward.rules;

import static dev.hpasteward.model.StewardKeys.PAUSED_UNTIL;
import static dev.hpasteward.policy.RuleId.INVALID_ANNOTATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PausedUntilRuleTest {

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-31", "2026-12-31T18:00:00Z", "2026-12-31T18:00:00+05:30"})
  void aDateOrATimePasses(String text) {
    assertThat(judge(text)).isEmpty();
  }

  @Test
  void anythingElseIsInvalid() {
    assertThat(judge("next \"week\""))
        .containsExactly(
            Violation.of(
                INVALID_ANNOTATION,
                FieldPath.of("metadata.annotations").key(PAUSED_UNTIL),
                "\"next \\\"week\\\"\"",
                "a time (RFC 3339) or a date",
                "write it as 2026-12-31 or 2026-12-31T18:00:00Z"));
  }

  private static List<Violation> judge(String text) {
    return Judged.workload(
            Workloads.annotated(Workloads.of("sip"), PAUSED_UNTIL, text), StrategyPolicy.sip())
        .violations();
  }
}
