package dev.hpasteward.admission;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Passes over most of {@code metadata.managedFields}: who owns the spec and its replicas is asked
 * for, all other fields are not, and they are the larger half of what the API server sends of a
 * Deployment. No patch touches them.
 */
final class WithoutFieldSets extends JsonParserDelegate {

  private static final String FIELD_SETS = "fieldsV1";
  private static final String MARK = "f:";
  private static final Set<String> ASKED_FOR = Set.of("f:spec", "f:replicas");

  /** How many objects and lists are open below the field sets; -1 outside of them. */
  private int depth = -1;

  WithoutFieldSets(JsonParser parser) {
    super(parser);
  }

  @Override
  public @Nullable String nextFieldName() throws IOException {
    String name = delegate.nextFieldName();
    while (name != null && depth > 0 && name.startsWith(MARK) && !ASKED_FOR.contains(name)) {
      delegate.nextToken();
      delegate.skipChildren();
      name = delegate.nextFieldName();
    }
    if (name == null) {
      follow(delegate.currentToken());
    }
    return name;
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    JsonToken token = delegate.nextToken();
    follow(token);
    return token;
  }

  private void follow(@Nullable JsonToken token) {
    if (depth < 0) {
      depth = token == JsonToken.START_OBJECT && FIELD_SETS.equals(nameOfObject()) ? 1 : -1;
    } else if (token != null && token.isStructStart()) {
      depth++;
    } else if (token != null && token.isStructEnd() && --depth == 0) {
      depth = -1;
    }
  }

  /** Of the object that begins here; null in a list and at the root. */
  private @Nullable String nameOfObject() {
    JsonStreamContext around = delegate.getParsingContext().getParent();
    return around == null || !around.inObject() ? null : around.getCurrentName();
  }
}
