/** Between raw JSON trees and the model: reads objects, applies edits, computes patches. */
@NullMarked
package dev.hpasteward.manifest;

import org.jspecify.annotations.NullMarked;
