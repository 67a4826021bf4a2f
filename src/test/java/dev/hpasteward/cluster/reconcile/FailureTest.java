package dev.hpasteward.cluster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.reconcile.ReconcileMetrics.Outcome;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a write failed, in the API server's words. */
class FailureTest {

  @ParameterizedTest
  @CsvSource({
    "409, CONFLICT",
    "400, REFUSED",
    "403, REFUSED",
    "404, REFUSED",
    "422, REFUSED",
    "429, REFUSED",
    "500, REFUSED",
    "504, REFUSED",
    "0, UNREACHABLE",
    "-1, UNREACHABLE"
  })
  void theCodeTellsWhatKindItIs(int code, Outcome outcome) {
    assertThat(Failure.of(new KubernetesClientException("text", code, null)).outcome())
        .isEqualTo(outcome);
  }

  @Test
  void theApiServersOwnWordsComeFirst() {
    KubernetesClientException refused =
        new KubernetesClientException(
            "Failure executing: PATCH",
            403,
            new StatusBuilder().withMessage("exceeded quota: count").build());

    assertThat(Failure.of(refused))
        .isEqualTo(new Failure(Outcome.REFUSED, "exceeded quota: count"));
  }

  @Test
  void withoutTheseTheFirstCauseCounts() {
    assertThat(
            Failure.of(new KubernetesClientException("gone", 403, new StatusBuilder().build()))
                .reason())
        .isEqualTo("gone");
    assertThat(Failure.of(new KubernetesClientException("Connection refused")))
        .isEqualTo(new Failure(Outcome.UNREACHABLE, "Connection refused"));
    assertThat(
            Failure.of(
                new KubernetesClientException(
                    "An error has occurred.", new IOException("Connection refused"))))
        .isEqualTo(new Failure(Outcome.UNREACHABLE, "Connection refused"));
  }

  @Test
  void evenWithoutWordsThereIsAReason() {
    assertThat(Failure.of(new KubernetesClientException((String) null)).reason())
        .isEqualTo("KubernetesClientException");
  }
}
