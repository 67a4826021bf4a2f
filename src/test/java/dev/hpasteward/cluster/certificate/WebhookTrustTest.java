package dev.hpasteward.cluster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.certificate.IssuingAuthority;
import dev.hpasteward.cluster.certificate.WebhookTrust.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookTrustTest {

  private final TrustBundle bundle =
      new TrustBundle(
          List.of(IssuingAuthority.create(Duration.ofDays(1), Instant.now()).certificate()));

  private static WebhookTrust trust(String... bundles) {
    return new WebhookTrust(
        "MutatingWebhookConfiguration hpa-steward",
        "1",
        List.of(bundles).stream().map(text -> new Webhook("a.example.com", text, true)).toList());
  }

  @Test
  void itIsRightOnlyIfEveryWebhookTrustsJustTheseAuthorities() {
    assertThat(trust(bundle.pem(), bundle.pem()).is(bundle)).isTrue();
    assertThat(trust(bundle.pem(), "").is(bundle)).isFalse();
    assertThat(trust(bundle.pem(), bundle.pem() + bundle.pem()).is(bundle)).isFalse();
  }

  @Test
  void itTrustsSomebodyIfAnyWebhookDoes() {
    assertThat(trust("", bundle.pem()).anybody()).isTrue();
    assertThat(trust("", "").anybody()).isFalse();
  }

  @Test
  void whatCantBeReadTrustsNobody() {
    assertThat(WebhookTrust.ofAll(List.of(trust("garbage", bundle.pem()), trust(bundle.pem()))))
        .isEqualTo(bundle);
  }
}
