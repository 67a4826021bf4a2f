package dev.hpasteward.source;

import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.Corrections;
import dev.hpasteward.policy.ReplicasOnUpdate;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.math.BigDecimal;
import java.util.Map;

/** Reads the whole document. */
final class ScalingPolicyReader {

  private static final Word<String> API_VERSION = Word.only("hpa-steward.dev/v1");
  private static final Word<String> KIND = Word.only("ScalingPolicy");
  static final DecimalNumber TOLERANCE = new DecimalNumber(1, 6, "ratio around the target");
  static final WholeNumber WINDOW = new WholeNumber(0, 3600, "seconds");

  private ScalingPolicyReader() {}

  /** The policy; to be used only if no mistake was recorded. */
  static ScalingPolicy read(Value root, String version) {
    Section document = Section.of(root, "apiVersion", "kind", "metadata", "spec");
    document.required("apiVersion", API_VERSION);
    document.required("kind", KIND);
    document.requiredValue("metadata");
    document.requiredValue("spec");
    Section spec =
        document.section(
            "spec",
            "serviceTypes",
            "corrections",
            "controller",
            "actions",
            "modes",
            "exemptions",
            "replicasOnUpdate",
            "generation");
    Map<String, ServiceTypePolicy> types =
        spec.requiredValue("serviceTypes").map(ServiceTypesReader::read).orElse(Map.of());
    return new ScalingPolicy(
        document.section("metadata", "name").required("name", Name.OBJECT_NAME).value(),
        version,
        types,
        spec.orDefault("corrections", Word.of(Corrections.class), Corrections.FILL).value(),
        controller(spec.section("controller", "tolerance", "downscaleStabilizationSeconds")),
        spec.value("actions").map(ActionsReader::read).orElse(Map.of()),
        ModesReader.read(spec),
        ExemptionsReader.read(spec, types.keySet()),
        spec.orDefault(
                "replicasOnUpdate", Word.of(ReplicasOnUpdate.class), ReplicasOnUpdate.KEEP_LIVE)
            .value(),
        GenerationReader.read(spec));
  }

  private static ControllerDefaults controller(Section section) {
    ControllerDefaults otherwise = ControllerDefaults.KUBERNETES;
    BigDecimal tolerance =
        section
            .orDefault("tolerance", TOLERANCE, BigDecimal.valueOf(otherwise.tolerance()))
            .value();
    int window =
        section
            .orDefault(
                "downscaleStabilizationSeconds", WINDOW, otherwise.downscaleStabilizationSeconds())
            .value();
    return new ControllerDefaults(tolerance.doubleValue(), window);
  }
}
