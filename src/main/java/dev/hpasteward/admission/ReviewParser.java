package dev.hpasteward.admission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** From bytes to a tree: strict, since two readers of one text must never disagree. */
final class ReviewParser {

  /** Objects of Kubernetes stay far below; what is deeper is an attack or a mistake. */
  private static final int DEEPEST = 100;

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectReader TREE = STRICT.reader();
  private static final JsonFactory LENIENT = new JsonFactory();

  private ReviewParser() {}

  static JsonNode parse(byte[] body) throws BadReview {
    try (JsonParser parser = new WithoutFieldSets(STRICT.createParser(body))) {
      JsonNode tree = TREE.readTree(parser);
      if (tree == null || tree.isMissingNode()) {
        throw new BadReview("", "the request has no body: send an AdmissionReview as JSON");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new BadReview(
          uid(body), "the body is not acceptable JSON: " + JsonMistake.describe(e, DEEPEST));
    } catch (IOException e) {
      throw new BadReview(uid(body), "the body is not JSON: it is not text in UTF-8");
    }
  }

  /** The uid of a review that is broken elsewhere, so that the answer can still name it. */
  private static String uid(byte[] body) {
    try (JsonParser parser = LENIENT.createParser(body)) {
      int depth = 0;
      boolean inRequest = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          inRequest = depth == 1 ? parser.currentName().equals("request") : inRequest;
          if (depth == 2 && inRequest && parser.currentName().equals("uid")) {
            return parser.nextToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
          }
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      }
    } catch (IOException e) {
      return "";
    }
    return "";
  }
}
