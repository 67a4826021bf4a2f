package dev.hpasteward.cluster.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;

/** Stabilization windows. */
@ValidationRule(
    value =
        "!has(self.scaleUp) || !has(self.scaleDown) || !has(self.scaleUp.inject)"
            + " || !has(self.scaleDown.inject) || self.scaleUp.inject <= self.scaleDown.inject",
    message = "scaleUp.inject must be at most scaleDown.inject")
@ValidationRule(
    value =
        "!has(self.scaleUp) || !has(self.scaleDown) || !has(self.scaleUp.atMost)"
            + " || !has(self.scaleDown.atLeast) || self.scaleUp.atMost <= self.scaleDown.atLeast",
    message = "scaleUp.atMost must be at most scaleDown.atLeast")
record WindowsSpec(
    @JsonPropertyDescription("Scale-up.") ScaleUp scaleUp,
    @JsonPropertyDescription("Scale-down.") ScaleDown scaleDown) {

  /** The short one. */
  @ValidationRule(
      value = "!has(self.inject) || !has(self.atMost) || self.inject <= self.atMost",
      message = "inject must be at most atMost")
  record ScaleUp(
      @JsonPropertyDescription("Filled in where an author sets none, in seconds. Left out: 15.")
          @Min(0)
          @Max(3600)
          Integer inject,
      @JsonPropertyDescription("No author may set a longer one, in seconds. Left out: 60.")
          @Min(0)
          @Max(3600)
          Integer atMost) {}

  /** The long one. */
  @ValidationRule(
      value = "!has(self.inject) || !has(self.atLeast) || self.inject >= self.atLeast",
      message = "inject must be at least atLeast")
  record ScaleDown(
      @JsonPropertyDescription("Filled in where an author sets none, in seconds. Left out: 300.")
          @Min(0)
          @Max(3600)
          Integer inject,
      @JsonPropertyDescription("No author may set a shorter one, in seconds. Left out: 300.")
          @Min(0)
          @Max(3600)
          Integer atLeast) {}
}
