package dev.hpasteward.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.StewardKeys;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At 2026-11-24, noon. */
class ExemptionGrantTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.987Z");
  private static final String NOTED = "2026-11-24T12:00:00Z";

  private static Metadata metadata(@Nullable String exempt, @Nullable String since) {
    Map<String, String> annotations = new HashMap<>();
    if (exempt != null) {
      annotations.put(StewardKeys.EXEMPT, exempt);
    }
    if (since != null) {
      annotations.put(StewardKeys.EXEMPT_SINCE, since);
    }
    return new Metadata("media", "example", Map.of(), annotations);
  }

  private static List<Edit> noted(String since) {
    return List.of(
        new Edit(FieldPath.of("metadata.annotations").key(StewardKeys.EXEMPT_SINCE), since));
  }

  @ParameterizedTest(name = "new with {0}: {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 2026-11-24T12:00:00Z",
        "2026-10-01T09:00:00Z, -",
        "2026-11-24T12:00:00.987Z, -",
        "2026-11-24T12:00:00.988Z, 2026-11-24T12:00:00Z",
        "9999-12-31T00:00:00Z, 2026-11-24T12:00:00Z",
        "+999999999-12-31T23:59:59-18:00, 2026-11-24T12:00:00Z",
        "never, 2026-11-24T12:00:00Z",
        "'', 2026-11-24T12:00:00Z"
      })
  void aNewOneIsNotedAsOfNowUnlessItsAuthorSaysEarlier(
      @Nullable String since, @Nullable String edit) {
    assertThat(ExemptionGrant.edits(metadata("cpu-target", since), Optional.empty(), NOW))
        .isEqualTo(edit == null ? List.of() : noted(edit));
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "2026-10-01T09:00:00Z, 2026-10-01T09:00:00Z, -",
        "2026-10-01T09:00:00Z, -, 2026-10-01T09:00:00Z",
        "2026-10-01T09:00:00Z, 2026-11-01T09:00:00Z, 2026-10-01T09:00:00Z",
        "2026-10-01T09:00:00Z, 2026-01-01T09:00:00Z, 2026-10-01T09:00:00Z",
        "2026-10-01T09:00:00Z, never, 2026-10-01T09:00:00Z",
        "9999-12-31T00:00:00Z, 9999-12-31T00:00:00Z, 2026-11-24T12:00:00Z",
        "never, never, 2026-11-24T12:00:00Z",
        "-, -, 2026-11-24T12:00:00Z",
        "-, 2026-11-01T09:00:00Z, -"
      })
  void whatWasNotedIsPutBack(
      @Nullable String before, @Nullable String after, @Nullable String edit) {
    assertThat(
            ExemptionGrant.edits(
                metadata("cpu-target", after), Optional.of(metadata("window-order", before)), NOW))
        .isEqualTo(edit == null ? List.of() : noted(edit));
  }

  @Test
  void aNoteThatWasLeftFromAnEarlierOneIsNotThis() {
    assertThat(
            ExemptionGrant.edits(
                metadata("cpu-target", null),
                Optional.of(metadata(null, "2026-01-01T00:00:00Z")),
                NOW))
        .isEqualTo(noted(NOTED));
  }

  @Test
  void withoutAnExemptionNothingIsNoted() {
    assertThat(
            ExemptionGrant.edits(
                metadata(null, "never"), Optional.of(metadata("cpu-target", NOTED)), NOW))
        .isEmpty();
  }

  @Test
  void notingItTwiceChangesNothingMore() {
    assertThat(ExemptionGrant.edits(metadata("cpu-target", NOTED), Optional.empty(), NOW))
        .isEmpty();
  }
}
