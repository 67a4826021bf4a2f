package dev.hpasteward;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may touch whom: the table of rooms as code. */
class ArchitectureTest {
  private static final String PROGRAM = "dev.hpasteward";
  private static final String WORDS_THAT_SAY_NOTHING =
      "(.*[a-z0-9])?(Util|Utils|Utilities|Common|Helper|Helpers|Manager|Managers)([A-Z].*)?";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(PROGRAM);

  private static final List<String> NONE = List.of();
  private static final List<String> ANY =
      List.of("javax..", "org..", "com..", "io..", "jakarta..", "picocli..");

  /** A room may still be empty. */
  private static final List<Room> ROOMS =
      List.of(
          new Room("policy", "", NONE),
          new Room("model", "", NONE),
          new Room("rules", "policy model", NONE),
          new Room("decision", "policy model rules", NONE),
          new Room("synthesis", "policy model", NONE),
          new Room("simulation", "policy model", NONE),
          new Room("replay", "simulation model policy", List.of("com.fasterxml.jackson..")),
          new Room("message", "policy model decision", NONE),
          new Room(
              "manifest",
              "policy model",
              List.of("com.fasterxml.jackson..", "io.fabric8.zjsonpatch..")),
          new Room("source", "policy", List.of("org.yaml.snakeyaml..", "com.google.re2j..")),
          new Room("admission", "policy model manifest message decision synthesis", ANY),
          new Room(
              "cluster",
              "policy model manifest message decision synthesis source admission certificate",
              ANY),
          new Room(
              "document",
              "model source",
              List.of("org.yaml.snakeyaml..", "com.fasterxml.jackson..")),
          new Room(
              "check",
              "policy model manifest message decision synthesis admission cluster document source",
              List.of("com.fasterxml.jackson..")),
          new Room("experiment", "policy model simulation check", NONE),
          new Room(
              "report",
              "policy model message decision simulation experiment check document source",
              ANY),
          new Room(
              "certificate",
              "",
              List.of(
                  "javax.net.ssl..",
                  "javax.crypto..",
                  "javax.security..",
                  "org.bouncycastle..",
                  "org.eclipse.microprofile..",
                  "org.jboss.logging..",
                  "io.quarkus..",
                  "io.smallrye..",
                  "io.micrometer..",
                  "io.netty.handler.ssl..",
                  "io.vertx..",
                  "jakarta..")),
          new Room(
              "cli",
              "policy model rules decision synthesis simulation experiment message manifest source admission"
                  + " cluster report certificate document check replay",
              ANY));

  /**
   * A row of the table.
   *
   * @param name the package below the program's
   * @param touches the rooms that it may touch, in words with blanks between
   * @param libraries packages that it may touch besides Java's own and the marks for null
   */
  private record Room(String name, String touches, List<String> libraries) {
    String packages() {
      return PROGRAM + "." + name + "..";
    }

    String[] mayTouch() {
      List<String> others = List.of(touches.split(" ", -1));
      return Stream.of(
              Stream.of("java..", "org.jspecify..", packages()),
              ROOMS.stream().filter(room -> others.contains(room.name())).map(Room::packages),
              libraries.stream())
          .flatMap(packages -> packages)
          .toArray(String[]::new);
    }
  }

  private static List<Room> rooms() {
    return ROOMS;
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomTouchesOnlyThoseThatItMay(Room room) {
    classes()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(room.mayTouch())
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyClassIsInARoom() {
    String[] rooms = ROOMS.stream().map(Room::packages).toArray(String[]::new);

    assertThat(CLASSES).isNotEmpty();
    classes()
        .that()
        .doNotHaveSimpleName("package-info")
        .should()
        .resideInAnyPackage(rooms)
        .check(CLASSES);
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching(PROGRAM + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theClusterTouchesNothingOfAdmissionButItsInterfaces() {
    noClasses()
        .that()
        .resideInAPackage(PROGRAM + ".cluster..")
        .should()
        .dependOnClassesThat(resideInAPackage(PROGRAM + ".admission..").and(not(INTERFACES)))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void nobodyButTheClusterAndTheCommandsTouchesTheKubernetesClient() {
    noClasses()
        .that()
        .resideOutsideOfPackages(PROGRAM + ".cluster..", PROGRAM + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.fabric8.kubernetes..", "io.quarkus.kubernetes..")
        .check(CLASSES);
  }

  /** What an answer means can then be told in tables, without a cluster. */
  @Test
  void theDoctorsChecksAskNobody() {
    noClasses()
        .that()
        .resideInAPackage(PROGRAM + ".cluster.doctor..")
        .and()
        .haveSimpleNameEndingWith("Check")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.fabric8..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName(PROGRAM + ".cluster.doctor.ApiServer")
        .check(CLASSES);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields()
        .should()
        .beAnnotatedWith(Inject.class)
        .orShould()
        .beAnnotatedWith(ConfigProperty.class)
        .check(CLASSES);
  }

  /** A key manager of the JDK's TLS is called so by the JDK. */
  @Test
  void namesSayWhatIsInside() {
    List<String> nothing =
        CLASSES.stream()
            .filter(not(assignableTo(KeyManager.class)))
            .filter(ArchitectureTest::saysNothing)
            .map(JavaClass::getName)
            .toList();

    assertThat(nothing).isEmpty();
  }

  private static boolean saysNothing(JavaClass type) {
    return type.getSimpleName().matches(WORDS_THAT_SAY_NOTHING)
        || Stream.of(type.getPackageName().split("\\.", -1))
            .anyMatch(name -> name.matches("(util|common|helper|manager)s?"));
  }
}
