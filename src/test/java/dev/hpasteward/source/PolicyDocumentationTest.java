package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * docs/policy.md and the JSON Schema say what the readers do. To write the generated parts anew
 * after a change of fields, and then read the difference: {@code -Dgolden.rewrite=true}.
 */
class PolicyDocumentationTest {

  private static final Path RESOURCES = Path.of("src/main/resources/dev/hpasteward/source");
  private static final Path SCHEMA = RESOURCES.resolve("hpa-steward-policy.schema.json");
  private static final Path EMBEDDED = RESOURCES.resolve("default-policy.yaml");
  private static final Path DOCUMENTATION = Path.of("docs/policy.md");
  private static final Path BROKEN = Path.of("src/test/resources/dev/hpasteward/source/broken");

  private static final Pattern EXAMPLE =
      Pattern.compile("^```yaml\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern GENERATED =
      Pattern.compile(
          "(?<=<!-- generated: fields -->\n)(.*?)(?=<!-- end of generated -->)", Pattern.DOTALL);

  static List<String> examples() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(DOCUMENTATION))
        .results()
        .map(example -> example.group(1))
        .toList();
  }

  @Test
  void theTablesAreThoseOfTheFields() throws IOException {
    String documentation = Files.readString(DOCUMENTATION);
    String generated =
        GENERATED.matcher(documentation).replaceFirst(fields -> quoted(FieldTables.markdown()));
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(DOCUMENTATION, generated);
    }

    assertThat(Files.readString(DOCUMENTATION)).isEqualTo(generated);
    assertThat(GENERATED.matcher(documentation).find()).isTrue();
  }

  @Test
  void theSchemaIsThatOfTheFields() throws IOException {
    String generated =
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new PolicySchema().schema())
            + "\n";
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(SCHEMA, generated);
    }

    assertThat(Files.readString(SCHEMA)).isEqualTo(generated);
  }

  @Test
  void theSchemaAcceptsTheEmbeddedPolicy() throws IOException {
    assertThat(errors(Files.readString(EMBEDDED))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsAPolicyToTheReadersAndToTheSchema(String example) throws IOException {
    assertThat(
            PolicySource.read(example, "docs/policy.md")
                .<List<Mistake>>fold(policy -> List.of(), mistakes -> mistakes))
        .isEmpty();
    assertThat(errors(example)).isEmpty();
  }

  @Test
  void theDocumentationBeginsWithAnExample() throws IOException {
    assertThat(Files.readString(DOCUMENTATION).indexOf("```yaml")).isBetween(0, 800);
    assertThat(examples()).hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exemptions",
        "list",
        "misspelled-sections",
        "modes",
        "names",
        "no-service-type",
        "nothing",
        "nothing-in-spec",
        "numbers",
        "selectors",
        "shapes",
        "ten",
        "words"
      })
  void theSchemaRefusesWhatIsWrongByItself(String document) throws IOException {
    // Jackson stumbles over .inf itself.
    String yaml = Files.readString(BROKEN.resolve(document + ".yaml")).replace(".inf", "x");

    assertThat(errors(yaml)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{serviceTypes: {a: {windows: {scaleUp: {inject: 3601}}}}}",
        "{serviceTypes: {a: {windows: {scaleUp: {inject: 1.5}}}}}",
        "{serviceTypes: {a: {resources: {cpu: {}}}}}",
        "{serviceTypes: {a: {resources: {gpu: {scaleUpAt: 50}}}}}",
        "{serviceTypes: {a: {scaleDownRate: [{everySeconds: 60}]}}}",
        "{serviceTypes: {a: {scaleDownRate: [{pods: 1, percent: 1, everySeconds: 60}]}}}",
        "{serviceTypes: {a: {scrape: {path: '/a b'}}}}",
        "{serviceTypes: {a: {selector: {}}}}",
        "{serviceTypes: {a: {selector: {matchLabels: {a b: c}}}}}",
        "{serviceTypes: {a: {selector: {matchLabels: {a: c d}}}}}",
        "{serviceTypes: {a: {selector: {matchExpressions: [{key: a, operator: In}]}}}}",
        "{serviceTypes: {a: {selector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}}}}",
        "{serviceTypes: {-a: {}}}",
        "{serviceTypes: {}}",
        "{}",
        "{serviceTypes: {a: {}}, corrections: fill}",
        "{serviceTypes: {a: {}}, actions: {cpu-targets: Deny}}",
        "{serviceTypes: {a: {}}, modes: {default: Of}}",
        "{serviceTypes: {a: {}}, modes: {namespaces: [{mode: Warn}]}}",
        "{serviceTypes: {a: {}}, exemptions: {maxDays: 0}}",
        "{serviceTypes: {a: {}}, exemptions: {maxDays: 1, requireEnd: false}}",
        "{serviceTypes: {a: {}}, exemptions: {never: [cpu]}}",
        "{serviceTypes: {a: {}}, exemptions: {approvers: {users: ['']}}}",
        "{serviceTypes: {a: {}}, replicasOnUpdate: Keep}",
      })
  void theSchemaRefusesEachOfTheseAlone(String spec) throws IOException {
    String head =
        "apiVersion: hpa-steward.dev/v1\nkind: ScalingPolicy\nmetadata: {name: a}\nspec: ";

    assertThat(errors(head + "{serviceTypes: {a: {}}}")).isEmpty();
    assertThat(errors(head + spec)).isNotEmpty();
  }

  /** Each line of mistakes that the schema can see: as many errors as the readers find mistakes. */
  @ParameterizedTest
  @ValueSource(strings = {"modes", "no-service-type"})
  void theSchemaFindsEveryMistakeThatConcernsOneFieldAlone(String document) throws IOException {
    int mistakes = Files.readAllLines(BROKEN.resolve(document + ".txt")).size();

    assertThat(errors(Files.readString(BROKEN.resolve(document + ".yaml"))))
        .hasSizeGreaterThanOrEqualTo(mistakes);
  }

  private static List<Error> errors(String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new ObjectMapper().readTree(Files.readString(SCHEMA)));
    return schema.validate(PolicySchema.yaml(yaml));
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }
}
