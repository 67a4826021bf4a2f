package dev.hpasteward.cluster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.certificate.IssuingAuthority;
import dev.hpasteward.cluster.certificate.WebhookTrust.Webhook;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
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

  private static WebhookTrust calling(String clientConfig) {
    return WebhookTrust.of(
        new KubernetesSerialization()
            .unmarshal(
                """
                kind: MutatingWebhookConfiguration
                metadata: {name: hpa-steward, resourceVersion: "1"}
                webhooks:
                - name: a.example.com
                  clientConfig: {url: "https://127.0.0.1:8443/mutate"}
                - name: b.example.com
                  clientConfig: %s
                """
                    .formatted(clientConfig),
                GenericKubernetesResource.class));
  }

  @Test
  void theServiceMattersIfAnyWebhookIsCalledByIt() {
    assertThat(calling("{service: {name: hpa-steward, namespace: hpa-steward}}").byService())
        .isTrue();
    assertThat(calling("{url: \"https://127.0.0.1:8443/validate\"}").byService()).isFalse();
  }
}
