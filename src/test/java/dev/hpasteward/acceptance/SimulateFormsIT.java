package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** What {@code simulate} prints for programs is what they expect. */
class SimulateFormsIT {

  private static final String ONE = "--service-type=livekit-egress --load=spike";

  SimulateFormsIT() {}

  private static String printed(String arguments) {
    ProgramProcess program = ProgramProcess.start(("simulate " + arguments).split(" ", -1));
    assertThat(program.exitCode()).as(program.output()).isZero();
    return program.output();
  }

  private static List<Error> errors(String json) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(Path.of("docs/simulate.schema.json")))
        .validate(json, InputFormat.JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ONE, ONE + " --compare", ONE + " --headroom --sweep=target"})
  void jsonKeepsToTheDocumentedSchema(String arguments) throws IOException {
    String json = printed((arguments + " --output=json").strip());

    assertThat(errors(json)).isEmpty();
    assertThat(errors(json.replace("\"podHours\"", "\"pods\""))).isNotEmpty();
  }

  @Test
  void junitKeepsToThePublishedSchema() throws IOException, InterruptedException, SAXException {
    String xml = printed(ONE + " --compare --output=junit");

    assertThat(xml)
        .contains(
            "<testsuite name=\"livekit-egress under spike, documented\" tests=\"7\"",
            "<skipped>can't be kept: ",
            "<failure message=");
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JunitSchema.file().toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }
}
