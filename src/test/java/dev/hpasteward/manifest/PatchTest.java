package dev.hpasteward.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.zjsonpatch.JsonPatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  @Test
  void nothingChangedIsNoOperation() throws Exception {
    String object = "{'a':{},'b':[],'c':null,'d':1.0,'e':[null,{}]}";

    assertThat(Patch.between(json(object), json(object))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                  | {'a':{'b':1}}          | [{'op':'add','path':'/a','value':{'b':1}}]
          {'a':{}}            | {'a':{'b':1}}          | [{'op':'add','path':'/a/b','value':1}]
          {'a':null}          | {'a':{'b':1}}          | [{'op':'replace','path':'/a','value':{'b':1}}]
          {'a':1,'x':{}}      | {'a':2,'x':{}}         | [{'op':'replace','path':'/a','value':2}]
          {'a':1,'x':[]}      | {'x':[]}               | [{'op':'remove','path':'/a'}]
          {'a':[1],'x':null}  | {'a':[1,1],'x':null}   | [{'op':'add','path':'/a/1','value':1}]
          {'a':1}             | {'a':1,'b':1}          | [{'op':'add','path':'/b','value':1}]
          {'a':1}             | {'b':1}                | [{'op':'remove','path':'/a'},{'op':'add','path':'/b','value':1}]
          {'m':{}}            | {'m':{'a.b/c~d':'e'}}  | [{'op':'add','path':'/m/a.b~1c~0d','value':'e'}]
          """)
  void theOperationsAreFewAndPlain(String before, String after, String patch) throws Exception {
    assertThat(Patch.between(json(before), json(after))).isEqualTo(json(patch));
    assertThat(JsonPatch.apply(json(patch), json(before))).isEqualTo(json(after));
  }

  /** Not applied here: zjsonpatch writes this pointer as RFC 6901 has it, yet misreads it. */
  @Test
  void aTildeBeforeADigitIsEscapedFirst() throws Exception {
    assertThat(Patch.between(json("{'a~1b':1}"), json("{'a~1b':2}")))
        .isEqualTo(json("[{'op':'replace','path':'/a~01b','value':2}]"));
  }
}
