package dev.hpasteward.cluster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.PolicyResource;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenPolicyTest {

  private static final String SPEC =
      """
      {serviceTypes: {sfu: {resources: {cpu: {scaleUpAt: 50}},
        capacityMetrics: [{name: free, scaleUpAtOrBelow: 0.1, scaleDownAtOrAbove: 2}]}},
        controller: {tolerance: 0.000001}}""";

  @Test
  void aValidOneIsThePolicyThatAFileWithItsTextWouldBe() {
    PolicyResource resource = SeenPolicy.of(ResourceText.withSpec(SPEC)).resource();

    ScalingPolicy policy = resource.read().fold(valid -> valid, SeenPolicyTest::failed);
    assertThat(policy.name()).isEqualTo("default");
    assertThat(policy.controller().tolerance()).isEqualTo(0.000001);
    assertThat(policy.serviceTypes().values())
        .flatExtracting(ServiceTypePolicy::capacityMetrics)
        .extracting(CapacityMetric::scaleUpAtOrBelow)
        .containsExactly(new BigDecimal("0.1"));
  }

  /** {@code kubectl get scalingpolicy default -o json | jq -cjS .spec | sha256sum | head -c 12}. */
  @Test
  void theVersionIsThatOfTheSpecAlone() {
    ObjectNode object =
        (ObjectNode)
            ResourceText.withSpec("{serviceTypes: {sip: {resources: {cpu: {scaleUpAt: 50}}}}}");
    String version = SeenPolicy.of(object).resource().version();
    object.withObject("/metadata").put("generation", 8).put("name", "another");
    object.putObject("status").put("accepted", true);

    assertThat(SeenPolicy.of(object).resource().version()).isEqualTo(version);
    assertThat(version).isEqualTo("af2755d88efb");
  }

  @Test
  void everyMistakeIsNamedByItsPathWithoutALine() {
    PolicyResource resource =
        SeenPolicy.of(
                ResourceText.withSpec(
                    """
                    {serviceTypes: {sip: {resources: {cpu: {scaleUpAt: "60%"}}},
                      sfu: {capacityMetrics: [
                        {name: free, scaleUpAtOrBelow: 1, scaleDownAtOrAbove: 2},
                        {name: free, scaleUpAtOrBelow: 1, scaleDownAtOrAbove: 2}]}},
                      exemptions: {never: [cpu-targets]}}"""))
            .resource();

    assertThat(mistakes(resource))
        .extracting(Mistake::toString)
        .containsExactly(
            "ScalingPolicy default: spec.exemptions.never[0]: found \"cpu-targets\", allowed the"
                + " id of a rule; write cpu-target",
            "ScalingPolicy default: spec.serviceTypes.sfu.capacityMetrics[1].name: found the"
                + " metric name free again, allowed once, headroom names included; write another"
                + " name",
            "ScalingPolicy default: spec.serviceTypes.sip.resources.cpu.scaleUpAt: found \"60%\","
                + " allowed 1 to 1000 (per cent of the request); write 60");
  }

  @Test
  void oneWithoutASpecSaysSo() {
    ObjectNode object = (ObjectNode) ResourceText.withSpec("{}");
    object.remove("spec");

    assertThat(mistakes(SeenPolicy.of(object).resource()))
        .containsExactly(
            new Mistake("ScalingPolicy default", 0, 0, "spec", "missing; add the key spec"));
  }

  private static List<Mistake> mistakes(PolicyResource resource) {
    return resource.read().fold(policy -> List.of(), mistakes -> mistakes);
  }

  private static ScalingPolicy failed(List<Mistake> mistakes) {
    throw new AssertionError(mistakes.toString());
  }
}
