package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.admission.Rehearsal;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.document.Manifest;
import dev.hpasteward.document.Wanted;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.policy.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an object is to say so that the policy has nothing against it. */
final class Amendment {

  private static final FieldPath SINCE =
      FieldPath.of("metadata.annotations").key(StewardKeys.EXEMPT_SINCE);

  private Amendment() {}

  /** With what admission would change. */
  static Optional<Wanted> asAdmissionWould(
      Manifest manifest, JsonNode received, Rehearsal.Outcome outcome) {
    List<Edit> corrected = new ArrayList<>();
    outcome.corrected().forEach(finding -> finding.correction().ifPresent(corrected::add));
    List<Edit> edits = new ArrayList<>(corrected);
    edits.addAll(outcome.filledIn());
    return wanted(manifest, received, edits, corrected);
  }

  /**
   * With all that has one right value: what contradicts the policy, and what is missing.
   *
   * @param outcome by a policy that corrects
   */
  static Optional<Wanted> asThePolicyWants(
      Manifest manifest, JsonNode received, Rehearsal.Outcome outcome, Settings settings) {
    List<Edit> edits = new ArrayList<>();
    if (settings.tellsAllRules()) {
      edits.addAll(outcome.filledIn());
      // Admission notes when it first saw an exemption; a file can't know.
      edits.removeIf(edit -> edit.path().equals(SINCE));
    }
    List<Edit> corrected = new ArrayList<>();
    List<Finding> findings = new ArrayList<>(outcome.corrected());
    findings.addAll(outcome.decision().findings());
    findings.stream()
        .filter(finding -> finding.ruled() == Action.DENY && finding.exemption().isEmpty())
        .filter(finding -> settings.rules().contains(finding.rule()))
        .flatMap(finding -> finding.correction().stream())
        .forEach(corrected::add);
    edits.addAll(corrected);
    return wanted(manifest, received, edits, corrected);
  }

  /** Of all edits those that correct are missed if they can't be made. */
  private static Optional<Wanted> wanted(
      Manifest manifest, JsonNode received, List<Edit> edits, List<Edit> corrected) {
    Wanted wanted = new Wanted(Edits.apply(received, edits), paths(edits));
    Wanted writable =
        manifest.apiVersion().equals(VersionOne.API_VERSION)
            ? new VersionOne(manifest.object()).wanted(wanted, Set.copyOf(paths(corrected)))
            : wanted;
    return writable.isNothing() ? Optional.empty() : Optional.of(writable);
  }

  private static List<FieldPath> paths(List<Edit> edits) {
    return edits.stream().map(Edit::path).toList();
  }
}
