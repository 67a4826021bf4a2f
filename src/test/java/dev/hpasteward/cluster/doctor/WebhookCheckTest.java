package dev.hpasteward.cluster.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookCheckTest {

  private static final JsonNode WANTED =
      InstalledManifest.WEBHOOKS.objects("MutatingWebhookConfiguration").get(0);

  private static List<Diagnosis> of(String stored) {
    return WebhookCheck.of(
        WANTED, new Answer(200, Answers.raw(stored), List.of(), ""), "hpa-steward");
  }

  @Test
  void whatTheManifestsInstallIsFine() {
    assertThat(of(WANTED.toString()))
        .containsExactly(
            Diagnosis.ok("MutatingWebhookConfiguration", "as installed: mutate.hpa-steward.dev"));
  }

  @Test
  void whatTheApiServerFillsInIsNoDifference() {
    String stored =
        WANTED
            .toString()
            .replace("\"sideEffects\":\"None\"", "\"sideEffects\":\"None\",\"objectSelector\":{}");

    assertThat(of(stored)).extracting(Diagnosis::verdict).containsOnly(Verdict.OK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"failurePolicy\":\"Ignore\" | \"failurePolicy\":\"Fail\" | WARN | mutate.hpa-steward.dev:"
            + " failurePolicy is Fail, the manifests have Ignore",
        "\"timeoutSeconds\":3 | \"timeoutSeconds\":9 | WARN | mutate.hpa-steward.dev: timeoutSeconds"
            + " is 9, the manifests have 3",
        "\"operations\":[\"CREATE\",\"UPDATE\"] | \"operations\":[\"CREATE\"] | WARN |"
            + " mutate.hpa-steward.dev: rules is not that of the manifests, so that other objects"
            + " are asked about",
        "\"sideEffects\":\"None\" | \"sideEffects\":\"None\",\"objectSelector\":{\"matchLabels\":{\"a\":"
            + "\"b\"}} | WARN | mutate.hpa-steward.dev: objectSelector is not that of the manifests,"
            + " so that other objects are asked about",
        "\"path\":\"/mutate\" | \"path\":\"/\" | FAIL | mutate.hpa-steward.dev asks the Service"
            + " hpa-steward/hpa-steward:443/ instead of hpa-steward/hpa-steward:443/mutate",
        "mutate.hpa-steward.dev | other.hpa-steward.dev | FAIL | mutate.hpa-steward.dev is missing"
            + " from it"
      })
  void whatDiffersIsNamed(String installed, String changed, Verdict verdict, String found) {
    Diagnosis diagnosis = of(WANTED.toString().replace(installed, changed)).get(0);

    assertThat(diagnosis.verdict()).isEqualTo(verdict);
    assertThat(diagnosis.found()).isEqualTo(found);
  }

  @Test
  void withoutAConfigurationNobodyIsAsked() {
    assertThat(WebhookCheck.of(WANTED, Answers.refused(404, "not found"), "hpa-steward"))
        .containsExactly(
            Diagnosis.fail(
                "MutatingWebhookConfiguration",
                "there is none: the API server asks nobody",
                "kubectl apply -k the folder of your kustomization"));
  }

  @ParameterizedTest
  @CsvSource({"media, true", "kube-system, false", "hpa-steward, false"})
  void theNamespacesThatTheManifestMeansAreKnown(String namespace, boolean selected) {
    assertThat(
            NamespaceSelector.selects(
                WANTED.path("webhooks").path(0), Map.of("kubernetes.io/metadata.name", namespace)))
        .isEqualTo(selected);
  }

  @Test
  void theCertificateIsExpectedForTheNameThatIsAsked() {
    assertThat(WebhookHost.of(WANTED.path("webhooks").path(0), "x"))
        .isEqualTo("hpa-steward.hpa-steward.svc");
    assertThat(WebhookHost.of(Answers.json("{}"), "x")).isEqualTo("hpa-steward.x.svc");
    assertThat(
            WebhookHost.of(
                Answers.json("{'clientConfig': {'url': 'https://127.0.0.1:1/validate'}}"), "x"))
        .isEqualTo("127.0.0.1");
  }
}
