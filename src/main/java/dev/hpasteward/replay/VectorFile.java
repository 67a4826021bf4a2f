package dev.hpasteward.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file of vectors, one in each line; no more than a line is held in memory. */
final class VectorFile {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readerFor(JsonNode.class);
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Outcome outcome;
  private long line;
  private @Nullable Trace trace;

  private VectorFile(Path file, Outcome outcome) {
    this.file = file;
    this.outcome = outcome;
  }

  /** Replays all of it. */
  static void replay(Path file, Outcome outcome) throws UnreadableVectorsException {
    VectorFile vectors = new VectorFile(file, outcome);
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = isPacked(file) ? new GZIPInputStream(bytes, BUFFER) : bytes;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), BUFFER)) {
      vectors.replay(lines);
    } catch (MalformedException e) {
      throw UnreadableVectorsException.of(file, vectors.line, e.text());
    } catch (IOException e) {
      throw UnreadableVectorsException.of(
          file, Math.max(vectors.line, 1), "can't be read: " + e.getMessage());
    }
  }

  private static boolean isPacked(Path file) {
    return file.toString().endsWith(".gz");
  }

  private void replay(BufferedReader lines) throws IOException {
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      line++;
      if (!text.isBlank()) {
        replay(new Fields(tree(text), ""));
      }
    }
    endTrace();
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new MalformedException(
          "no JSON: %s (column %d); each line must be one JSON object"
              .formatted(
                  e.getOriginalMessage(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
    }
  }

  private void replay(Fields fields) {
    if (fields.has("method")) {
      Comparison comparison = CalculatorCase.replay(fields);
      outcome.call(fields.text("method"), told(comparison, fields.text("id")));
      return;
    }
    switch (fields.text("kind")) {
      case "trace" -> {
        endTrace();
        trace = new Trace(fields);
      }
      case "sync" -> {
        if (trace == null) {
          throw new MalformedException("a sync without a trace; a line of kind trace comes first");
        }
        Comparison comparison = trace.sync(fields);
        outcome.sync(trace, told(comparison, "sync " + fields.count("sync")));
      }
      default ->
          throw fields.mistake("kind", "trace or sync; a call of the calculator has a method");
    }
  }

  private boolean told(Comparison comparison, String what) {
    outcome.open(comparison);
    for (Mismatch mismatch : comparison.mismatches()) {
      outcome.difference(
          new Difference(file, line, what, mismatch.field(), mismatch.expected(), mismatch.got()));
    }
    return comparison.mismatches().isEmpty();
  }

  private void endTrace() {
    if (trace != null) {
      if (!trace.missing().isEmpty()) {
        throw new MalformedException(trace.missing());
      }
      outcome.trace(trace);
      trace = null;
    }
  }
}
