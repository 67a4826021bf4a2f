package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchCondition;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.RuleWithOperations;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the API server asks about, in each overlay. */
class WebhookScopeIT {

  /** What both kinds of webhook have. */
  private record Hook(
      String name,
      String failurePolicy,
      String matchPolicy,
      String sideEffects,
      int timeoutSeconds,
      LabelSelector namespaceSelector,
      List<RuleWithOperations> rules,
      List<MatchCondition> matchConditions,
      WebhookClientConfig clientConfig) {}

  private static List<Hook> hooks(Overlay overlay) {
    return Stream.concat(
            overlay.object(MutatingWebhookConfiguration.class).getWebhooks().stream()
                .map(
                    hook ->
                        new Hook(
                            hook.getName(),
                            hook.getFailurePolicy(),
                            hook.getMatchPolicy(),
                            hook.getSideEffects(),
                            hook.getTimeoutSeconds(),
                            hook.getNamespaceSelector(),
                            hook.getRules(),
                            hook.getMatchConditions(),
                            hook.getClientConfig())),
            overlay.object(ValidatingWebhookConfiguration.class).getWebhooks().stream()
                .map(
                    hook ->
                        new Hook(
                            hook.getName(),
                            hook.getFailurePolicy(),
                            hook.getMatchPolicy(),
                            hook.getSideEffects(),
                            hook.getTimeoutSeconds(),
                            hook.getNamespaceSelector(),
                            hook.getRules(),
                            hook.getMatchConditions(),
                            hook.getClientConfig())))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void onlyHpasWaitForUsAndInAuditNobodyDoes(Overlay overlay) {
    String ofHpas = overlay == Overlay.AUDIT ? "Ignore" : "Fail";
    assertThat(hooks(overlay))
        .extracting(hook -> hook.name() + " " + hook.failurePolicy())
        .containsExactly(
            "mutate.hpa-steward.dev Ignore",
            "validate.hpa-steward.dev " + ofHpas,
            "deployments.validate.hpa-steward.dev Ignore",
            "scalingpolicies.validate.hpa-steward.dev Ignore");
  }

  @ParameterizedTest
  @EnumSource
  void noReviewTakesLongOrHasSideEffects(Overlay overlay) {
    assertThat(hooks(overlay))
        .allSatisfy(
            hook -> {
              assertThat(hook.timeoutSeconds()).isBetween(1, 3);
              assertThat(hook.sideEffects()).isEqualTo("None");
              assertThat(hook.matchPolicy()).isEqualTo("Equivalent");
              assertThat(hook.clientConfig().getUrl()).isNull();
              assertThat(hook.clientConfig().getService().getNamespace()).isEqualTo("hpa-steward");
            });
  }

  @ParameterizedTest
  @EnumSource
  void noRuleHasAWildcard(Overlay overlay) {
    assertThat(hooks(overlay).stream().flatMap(hook -> hook.rules().stream()))
        .hasSize(5)
        .allSatisfy(
            rule -> {
              assertThat(
                      Stream.of(rule.getApiGroups(), rule.getApiVersions(), rule.getResources())
                          .flatMap(List::stream))
                  .isNotEmpty()
                  .noneMatch(word -> word.contains("*") || word.contains("/"));
              assertThat(rule.getOperations()).containsExactly("CREATE", "UPDATE");
              assertThat(rule.getScope()).isIn("Namespaced", "Cluster");
            });
  }

  @ParameterizedTest
  @EnumSource
  void ourNamespaceKubeSystemAndNamespacesThatAreOffAreNeverAskedAbout(Overlay overlay) {
    assertThat(hooks(overlay))
        .filteredOn(
            hook -> hook.rules().stream().anyMatch(rule -> rule.getScope().equals("Namespaced")))
        .hasSize(3)
        .allSatisfy(
            hook ->
                assertThat(hook.namespaceSelector().getMatchExpressions())
                    .extracting(
                        expression ->
                            "%s %s %s"
                                .formatted(
                                    expression.getKey(),
                                    expression.getOperator(),
                                    expression.getValues()))
                    .containsExactly(
                        "kubernetes.io/metadata.name NotIn [hpa-steward, kube-system]",
                        "hpa-steward.dev/mode NotIn [off]"));
  }

  @ParameterizedTest
  @EnumSource
  void deploymentsAreAskedAboutOnlyWithOurLabel(Overlay overlay) {
    assertThat(hooks(overlay))
        .filteredOn(
            hook ->
                hook.rules().stream().anyMatch(rule -> rule.getResources().contains("deployments")))
        .hasSize(2)
        .allSatisfy(
            hook ->
                assertThat(hook.matchConditions())
                    .singleElement()
                    .extracting(MatchCondition::getExpression)
                    .asString()
                    .contains("'hpa-steward.dev/service-type' in object.metadata.labels"));
  }
}
