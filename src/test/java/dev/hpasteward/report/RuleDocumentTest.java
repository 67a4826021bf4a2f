package dev.hpasteward.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** To write docs/rules.md anew after a change of rules.yaml: {@code -Dgolden.rewrite=true}. */
class RuleDocumentTest {

  private static final Path DOCUMENT = Path.of("docs/rules.md");

  RuleDocumentTest() {}

  @Test
  void docsTellOfRulesWhatExplainTells() throws IOException {
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(DOCUMENT, RuleDocument.markdown());
    }

    assertThat(Files.readString(DOCUMENT)).isEqualTo(RuleDocument.markdown());
  }
}
