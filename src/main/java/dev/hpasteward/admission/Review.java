package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.decision.Author;

/**
 * The request of an AdmissionReview.
 *
 * @param uid to be echoed
 * @param operation what is to be done
 * @param kind what the object is, if it is a kind that we look at
 * @param writtenAs the apiVersion that the author used, before the API server converted it
 * @param namespace the object's namespace
 * @param author who asks
 * @param dryRun whether nothing will be stored
 * @param object the object as it would be; missing on DELETE
 * @param oldObject the object as it is; missing on CREATE
 */
record Review(
    String uid,
    Operation operation,
    Kind kind,
    String writtenAs,
    String namespace,
    Author author,
    boolean dryRun,
    JsonNode object,
    JsonNode oldObject) {

  /** What an object is to us. */
  enum Kind {
    AUTOSCALER,
    WORKLOAD,
    /** A policy: judged by its reader, and by no policy. */
    POLICY,
    /** Anything else, subresources included: let pass. */
    FOREIGN
  }

  /** Whether there is an object that a policy may have something against. */
  boolean concernsUs() {
    return (kind == Kind.AUTOSCALER || kind == Kind.WORKLOAD) && hasObject();
  }

  /** Whether there is a policy that says something new; an old one may be let go of. */
  boolean bringsPolicy() {
    return kind == Kind.POLICY && hasObject() && changes("spec") && !beingDeleted();
  }

  private boolean hasObject() {
    return operation.needsObject() && object.isObject();
  }

  /** Whether this part of the object differs from what is stored; true where nothing is. */
  boolean changes(String... path) {
    JsonNode before = oldObject;
    JsonNode after = object;
    for (String field : path) {
      before = before.path(field);
      after = after.path(field);
    }
    return operation == Operation.CREATE || !after.equals(before);
  }

  /** Whether nothing changes that an author writes. */
  boolean changesNothing() {
    return !changes("spec")
        && !changes("metadata", "labels")
        && !changes("metadata", "annotations");
  }

  /** Whether the object is on its way out and only waits for its finalizers. */
  boolean beingDeleted() {
    return object.path("metadata").hasNonNull("deletionTimestamp");
  }
}
