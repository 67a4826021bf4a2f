package dev.hpasteward.cluster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.certificate.IssuingAuthority;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as a yes of all replicas. */
class QuestionTest {

  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final Endpoint ONE = new Endpoint("10.0.3.17", 8443, "hpa-steward-1");
  private static final Endpoint OTHER = new Endpoint("10.0.3.18", 8443, "");

  private static final Failure NO = new Failure("serves another one", "unable to find a path");

  private static Question question(boolean byService) {
    return new Question(
        IssuingAuthority.create(Duration.ofDays(1), NOW).certificate(), NOW, byService);
  }

  private static Map<String, Failure> failures(boolean byService, Endpoint... endpoints) {
    return question(byService).failures(() -> List.of(endpoints), endpoint -> Optional.empty());
  }

  @Test
  void allSayYes() {
    assertThat(failures(true, ONE, OTHER)).isEmpty();
  }

  @Test
  void oneSaysNo() {
    assertThat(
            question(true)
                .failures(
                    () -> List.of(ONE, OTHER),
                    endpoint -> endpoint.equals(ONE) ? Optional.of(NO) : Optional.empty()))
        .containsExactly(Map.entry("pod hpa-steward-1 at 10.0.3.17:8443", NO));
  }

  @Test
  void aServiceThatLeadsNowhereForAMomentIsNoYes() {
    assertThat(failures(true)).containsOnlyKeys("the Service");
  }

  @Test
  void withoutAServiceNobodyIsAsked() {
    assertThat(failures(false)).isEmpty();
  }

  @Test
  void whoMayNotAskHasNoYes() {
    assertThat(
            question(false)
                .failures(
                    () -> {
                      throw new KubernetesClientException("endpointslices is forbidden");
                    },
                    endpoint -> Optional.empty()))
        .containsExactly(
            Map.entry(
                "the EndpointSlices",
                new Failure("can't be listed", "endpointslices is forbidden")));
  }
}
