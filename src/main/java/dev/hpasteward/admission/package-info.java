/** The webhook: reads an AdmissionReview, asks for a decision, writes the answer. */
@NullMarked
package dev.hpasteward.admission;

import org.jspecify.annotations.NullMarked;
