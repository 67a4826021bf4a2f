package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.manifest.AutoscalerReader;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.manifest.WorkloadReader;
import dev.hpasteward.model.Subject;

/** Reads the object of a review. */
final class Subjects {

  private Subjects() {}

  static Subject read(Review review, JsonNode object) throws MalformedObject {
    return review.kind() == Review.Kind.AUTOSCALER
        ? AutoscalerReader.read(object, review.namespace(), review.writtenAs())
        : WorkloadReader.read(object, review.namespace());
  }
}
