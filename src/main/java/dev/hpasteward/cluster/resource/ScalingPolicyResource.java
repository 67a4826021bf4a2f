package dev.hpasteward.cluster.resource;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A policy that lives in the cluster, beside no namespace. */
@Group("hpa-steward.dev")
@Version("v1")
@Kind("ScalingPolicy")
@Plural("scalingpolicies")
@Singular("scalingpolicy")
@ShortNames("spol")
@AdditionalPrinterColumn(
    name = "Accepted",
    jsonPath = ".status.accepted",
    type = AdditionalPrinterColumn.Type.BOOLEAN)
@AdditionalPrinterColumn(name = "Version", jsonPath = ".status.policyVersion")
@AdditionalPrinterColumn(name = "Workloads", jsonPath = ".status.workloads")
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
public final class ScalingPolicyResource extends CustomResource<PolicySpec, PolicyStatus> {

  private static final long serialVersionUID = 1L;

  /** For the generator. */
  public ScalingPolicyResource() {}
}
