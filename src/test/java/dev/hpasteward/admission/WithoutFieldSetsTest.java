package dev.hpasteward.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of the field sets in {@code metadata.managedFields}, and of all else. */
class WithoutFieldSetsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  WithoutFieldSetsTest() {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'fieldsV1':{'f:metadata':{'f:labels':{'f:a':{}}},'f:spec':{}}} | {'fieldsV1':{'f:spec':{}}}",
        "{'fieldsV1':{'f:spec':{'f:replicas':{},'f:template':{'f:spec':{'.':{}}}}},'a':{'f:b':1}}"
            + " | {'fieldsV1':{'f:spec':{'f:replicas':{}}},'a':{'f:b':1}}",
        "[{'fieldsV1':{'f:status':1,'f:spec':{'f:a':[{'b':2}]}},'manager':'x'},{'f:c':3}]"
            + " | [{'fieldsV1':{'f:spec':{}},'manager':'x'},{'f:c':3}]",
        "{'fieldsV1':{'.':{},'k:{}':{'f:x':{}}}} | {'fieldsV1':{'.':{},'k:{}':{}}}",
        "{'fieldsV1':7,'f:a':{'f:b':{}}} | {'fieldsV1':7,'f:a':{'f:b':{}}}",
        "{'fieldsV1':{}} | {'fieldsV1':{}}",
        "{'a':{'fieldsV1':{'f:b':{'c':[]}}},'d':[[],{}]} | {'a':{'fieldsV1':{}},'d':[[],{}]}"
      })
  void nothingButWhoOwnsSpecAndReplicasIsReadOfThem(String text, String read) throws Exception {
    assertThat(ReviewParser.parse(text.replace('\'', '"').getBytes(UTF_8)))
        .isEqualTo(JSON.readTree(read.replace('\'', '"')));
  }

  @Test
  void whatIsPassedOverMustBeJsonAllTheSame() {
    assertThatThrownBy(
            () -> ReviewParser.parse("{\"fieldsV1\":{\"f:a\":{nonsense}}}".getBytes(UTF_8)))
        .isInstanceOf(BadReview.class);
  }

  @Test
  void depthIsLimitedInThemToo() {
    String deep = "{\"fieldsV1\":{\"f:a\":" + "[".repeat(200) + "]".repeat(200) + "}}";

    assertThatThrownBy(() -> ReviewParser.parse(deep.getBytes(UTF_8)))
        .isInstanceOf(BadReview.class);
  }
}
