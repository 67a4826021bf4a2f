package dev.hpasteward.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FieldPath WINDOW =
      FieldPath.of("spec.behavior.scaleUp.stabilizationWindowSeconds");

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private static String applied(String object, Edit... edits) throws JsonProcessingException {
    return Edits.apply(json(object), List.of(edits)).toString().replace('"', '\'');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'spec':null}",
        "{'spec':{}}",
        "{'spec':{'behavior':null}}",
        "{'spec':{'behavior':{'scaleUp':null}}}"
      })
  void parentsThatAreMissingOrNullAreCreated(String object) throws Exception {
    assertThat(applied(object, new Edit(WINDOW, 15)))
        .isEqualTo("{'spec':{'behavior':{'scaleUp':{'stabilizationWindowSeconds':15}}}}");
  }

  @Test
  void whatStandsBesideSurvives() throws Exception {
    assertThat(
            applied(
                "{'x':{},'spec':{'y':[],'behavior':{'z':null,'scaleUp':{'a':1.50}}}}",
                new Edit(WINDOW, 15)))
        .isEqualTo(
            "{'x':{},'spec':{'y':[],'behavior':{'z':null,"
                + "'scaleUp':{'a':1.5,'stabilizationWindowSeconds':15}}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'spec':null}", "{'spec':{'metrics':null}}"})
  void aListThatIsMissingIsCreated(String object) throws Exception {
    assertThat(
            applied(
                object,
                new Edit(FieldPath.of("spec.metrics").index(0), Map.of("type", "Pods")),
                new Edit(FieldPath.of("spec.metrics").index(1), Map.of("type", "External"))))
        .isEqualTo("{'spec':{'metrics':[{'type':'Pods'},{'type':'External'}]}}");
  }

  @Test
  void anIndexAtTheEndAppendsAndOneInsideReplaces() throws Exception {
    FieldPath list = FieldPath.of("list");

    assertThat(applied("{'list':[1,2]}", new Edit(list.index(2), 3), new Edit(list.index(0), 0)))
        .isEqualTo("{'list':[0,2,3]}");
  }

  @Test
  void anElementOfAListIsEditedInPlace() throws Exception {
    assertThat(
            applied(
                "{'list':[{'a':1},{'a':1,'b':2}]}",
                new Edit(FieldPath.of("list").index(1).field("a"), 7)))
        .isEqualTo("{'list':[{'a':1},{'a':7,'b':2}]}");
  }

  @Test
  void keysAreTakenAsTheyAre() throws Exception {
    assertThat(applied("{}", new Edit(FieldPath.of("annotations").key("a.b/c~d[0]"), "text")))
        .isEqualTo("{'annotations':{'a.b/c~d[0]':'text'}}");
  }

  @Test
  void editsAreMadeInTheirOrder() throws Exception {
    assertThat(applied("{}", new Edit(FieldPath.of("a"), 1), new Edit(FieldPath.of("a"), 2)))
        .isEqualTo("{'a':2}");
  }

  @Test
  void theOriginalIsNotTouched() throws Exception {
    JsonNode original = json("{'spec':{'minReplicas':1}}");

    JsonNode edited = Edits.apply(original, List.of(new Edit(FieldPath.of("spec.minReplicas"), 2)));

    assertThat(original).isEqualTo(json("{'spec':{'minReplicas':1}}"));
    assertThat(edited).isEqualTo(json("{'spec':{'minReplicas':2}}"));
  }

  @Test
  void mapsAreWrittenInTheOrderOfTheirKeys() throws Exception {
    assertThat(
            applied(
                "{}",
                new Edit(
                    FieldPath.of("a"),
                    Map.of("d", 1, "b", 2, "c", List.of(Map.of("y", 1, "x", 2))))))
        .isEqualTo("{'a':{'b':2,'c':[{'x':2,'y':1}],'d':1}}");
  }
}
