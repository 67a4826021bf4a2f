package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hpasteward.decision.Author;
import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Question;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.message.Denial;
import dev.hpasteward.message.Warnings;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import io.fabric8.zjsonpatch.JsonPatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What both webhooks would say of an object that is created, one after the other. */
public final class Rehearsal {

  private Rehearsal() {}

  /**
   * What is created.
   *
   * @param object as the API server hands it to admission
   * @param autoscaler whether it is an HPA; else it is a Deployment
   * @param writtenAs the apiVersion that its author used
   * @param namespace its namespace
   */
  public record Creation(JsonNode object, boolean autoscaler, String writtenAs, String namespace) {}

  /**
   * What it goes by.
   *
   * @param around what surrounds an object
   * @param defaults what the API server fills into an object that a webhook has changed
   * @param rules those that are told; what is changed does not depend on it
   */
  public record Setting(
      Function<Subject, Surroundings> around,
      UnaryOperator<JsonNode> defaults,
      ScalingPolicy policy,
      Set<RuleId> rules,
      Instant now) {}

  /**
   * What comes of it.
   *
   * @param decision about the object as it would be stored
   * @param corrected what is corrected on the way in
   * @param filledIn what is filled in on the way in
   * @param denial why it is refused, if it is
   * @param warnings what is shown besides
   * @param stored the object as it would be stored
   */
  public record Outcome(
      Decision decision,
      List<Finding> corrected,
      List<Edit> filledIn,
      Optional<Denial> denial,
      List<String> warnings,
      JsonNode stored) {}

  /**
   * Asks both.
   *
   * @throws MalformedObject if a field is of a wrong type
   */
  public static Outcome of(Creation creation, Setting setting) throws MalformedObject {
    Changes changes = new Changes();
    Review before = review(creation, creation.object());
    Question first = question(before, setting);
    Answer mutated =
        Mutation.answer(
            before, first, Evaluator.evaluate(first, setting.policy()), setting.policy(), changes);
    Set<String> warnings = new LinkedHashSet<>();
    JsonNode stored = creation.object();
    if (mutated instanceof Answer.Allowed allowed) {
      warnings.addAll(Warnings.limited(allowed.warnings()));
      stored = setting.defaults().apply(JsonPatch.apply(allowed.patch(), stored));
    }
    Question second = question(review(creation, stored), setting);
    Decision decision = told(Evaluator.evaluate(second, setting.policy()), setting.rules());
    Answer answer = Validation.answer(second, decision, setting.policy());
    Optional<Denial> denial = Optional.empty();
    if (answer instanceof Answer.Denied denied) {
      denial = Optional.of(denied.denial());
      warnings.addAll(Warnings.limited(denied.warnings()));
    } else if (answer instanceof Answer.Allowed allowed) {
      warnings.addAll(Warnings.limited(allowed.warnings()));
    }
    if (second.subject() instanceof Workload workload) {
      // They are judged themselves.
      EarlierAutoscalers.warnings(workload, second, setting.policy()).forEach(warnings::remove);
    }
    return new Outcome(
        decision, changes.corrected, changes.filledIn, denial, List.copyOf(warnings), stored);
  }

  /**
   * How an object stands that is stored already, and what would be changed if it were written again
   * as it is.
   *
   * @throws MalformedObject if a field is of a wrong type
   */
  public static Outcome ofStored(Creation creation, Setting setting) throws MalformedObject {
    Changes changes = new Changes();
    Review review = review(creation, creation.object());
    Question question = question(review, setting);
    Decision whole = Evaluator.evaluate(question, setting.policy());
    Answer unused = Mutation.answer(review, question, whole, setting.policy(), changes);
    Decision decision = told(whole, setting.rules());
    Answer answer = Validation.answer(question, decision, setting.policy());
    Set<String> warnings = new LinkedHashSet<>(Warnings.of(decision, setting.now()));
    return new Outcome(
        decision,
        changes.corrected,
        changes.filledIn,
        answer instanceof Answer.Denied denied ? Optional.of(denied.denial()) : Optional.empty(),
        List.copyOf(warnings),
        creation.object());
  }

  private static Review review(Creation creation, JsonNode object) {
    return new Review(
        "",
        Operation.CREATE,
        creation.autoscaler() ? Review.Kind.AUTOSCALER : Review.Kind.WORKLOAD,
        creation.writtenAs(),
        creation.namespace(),
        Author.NOBODY,
        false,
        object,
        MissingNode.getInstance());
  }

  private static Question question(Review review, Setting setting) throws MalformedObject {
    Subject subject = Subjects.read(review, review.object());
    return new Question(
        subject,
        Optional.empty(),
        false,
        setting.around().apply(subject),
        review.author(),
        setting.now());
  }

  private static Decision told(Decision decision, Set<RuleId> rules) {
    return new Decision(
        decision.governance(),
        decision.mode(),
        decision.findings().stream().filter(finding -> rules.contains(finding.rule())).toList(),
        decision.expired(),
        decision.offer());
  }

  private static final class Changes implements Mutation.Journal {

    private List<Finding> corrected = new ArrayList<>();
    private List<Edit> filledIn = new ArrayList<>();

    @Override
    public void recorded(String text) {
      // Nobody is shown what is only recorded; the decision has it too.
    }

    @Override
    public void changed(List<Finding> corrections, List<Edit> additions) {
      this.corrected = corrections;
      this.filledIn = additions;
    }
  }
}
