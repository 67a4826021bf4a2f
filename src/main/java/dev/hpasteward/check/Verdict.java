package dev.hpasteward.check;

import dev.hpasteward.decision.Finding;
import dev.hpasteward.document.Manifest;
import dev.hpasteward.model.Edit;
import dev.hpasteward.source.Position;
import java.util.List;
import java.util.Optional;

/**
 * What admission would say of one object.
 *
 * @param manifest the object as it is written
 * @param position where it begins
 * @param namespace its namespace
 * @param name its name
 * @param serviceType what the policy takes it for; empty if it is nobody's business
 * @param outcome how it comes off
 * @param message why it would be refused; empty if it would not
 * @param warnings what its author would be shown besides
 * @param remarks of all that is shown, what belongs to no finding: corrections, exemptions
 * @param findings what there is against it
 * @param corrected what admission would correct
 * @param filledIn what admission would fill in
 */
public record Verdict(
    Manifest manifest,
    Position position,
    String namespace,
    String name,
    Optional<String> serviceType,
    Outcome outcome,
    String message,
    List<String> warnings,
    List<String> remarks,
    List<Placed> findings,
    List<Finding> corrected,
    List<Edit> filledIn) {

  /** How an object comes off. */
  public enum Outcome {
    /** The policy has nothing to say about it. */
    UNGOVERNED,
    ALLOWED,
    WARNED,
    DENIED
  }

  /** A finding and where its value is written. */
  public record Placed(Finding finding, Position position) {}

  public Verdict {
    warnings = List.copyOf(warnings);
    remarks = List.copyOf(remarks);
    findings = List.copyOf(findings);
    corrected = List.copyOf(corrected);
    filledIn = List.copyOf(filledIn);
  }

  /** The same, where it stands. */
  Verdict at(Position start, List<Placed> placed) {
    return new Verdict(
        manifest,
        start,
        namespace,
        name,
        serviceType,
        outcome,
        message,
        warnings,
        remarks,
        placed,
        corrected,
        filledIn);
  }
}
