package dev.hpasteward.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An object as it is written in a text. Of ten thousand in one call only the bytes are kept.
 *
 * @param place which of its text's objects
 * @param apiVersion as it is written
 * @param kind as it is written
 * @param json what it says
 */
@SuppressWarnings(
    "ArrayRecordComponent") // nobody compares two, and a list would take 16 times as much
public record Manifest(Place place, String apiVersion, String kind, byte[] json) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Which object of a text.
   *
   * @param source the text's name, such as the file's path
   * @param document from 0; -1 if it is in no text
   * @param item from 0 among the objects of a List and of the Lists in it; -1 outside
   */
  public record Place(String source, int document, int item) {}

  /** An object that is in no text. */
  public static Manifest of(String source, JsonNode object) {
    return of(
        new Place(source, -1, -1),
        object.path("apiVersion").asText(),
        object.path("kind").asText(),
        object);
  }

  static Manifest of(Place place, String apiVersion, String kind, JsonNode object) {
    try {
      return new Manifest(place, apiVersion, kind, JSON.writeValueAsBytes(object));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it says. */
  public JsonNode object() {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
