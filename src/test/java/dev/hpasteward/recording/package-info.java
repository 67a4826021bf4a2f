/** Records AdmissionReviews from a real API server, and holds the recorded ones to it. */
@NullMarked
package dev.hpasteward.recording;

import org.jspecify.annotations.NullMarked;
