package dev.hpasteward.document;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts of manifests. */
final class Texts {

  static final String NAME = "manifest.yaml";

  private Texts() {}

  static ManifestText of(String text) {
    try {
      return ManifestText.of(NAME, text.getBytes(StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new AssertionError(e);
    }
  }

  /** All that is in it. */
  static ManifestText.Contents contents(String text) {
    return of(text).contents((apiVersion, kind) -> true);
  }
}
