package dev.hpasteward.admission;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.policy.ScalingPolicy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * The endpoints that the API server calls. They answer on the event loop, in the turn that the
 * queue gives them: nothing here blocks. A fault is answered with an HTTP error, so that the
 * webhook's failurePolicy decides; it never turns into a permission. The policy is taken once for
 * each review: what is answered, logged and counted is of one version.
 */
@Path("/")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {

  private static final Logger LOG = Logger.getLogger(WebhookResource.class);

  static final String VALIDATE = "validate";
  static final String MUTATE = "mutate";

  private final Webhook webhook;
  private final PolicyInForce policy;
  private final ReviewCounters counters;
  private final AuditLog audit;
  private final ReviewQueue queue;

  WebhookResource(
      Webhook webhook,
      PolicyInForce policy,
      ReviewCounters counters,
      AuditLog audit,
      ReviewQueue queue) {
    this.webhook = webhook;
    this.policy = policy;
    this.counters = counters;
    this.audit = audit;
    this.queue = queue;
  }

  @POST
  @Path(VALIDATE)
  public CompletionStage<Response> validate(byte[] body) {
    return queue.answer(body.length, () -> answer(VALIDATE, body, webhook::validate));
  }

  @POST
  @Path(MUTATE)
  public CompletionStage<Response> mutate(byte[] body) {
    return queue.answer(body.length, () -> answer(MUTATE, body, webhook::mutate));
  }

  private CompletionStage<Response> answer(
      String name,
      byte[] body,
      BiFunction<Review, ScalingPolicy, CompletionStage<Judgement>> decide) {
    long start = System.nanoTime();
    ScalingPolicy now = policy.get();
    Review review;
    try {
      review = ReviewReader.read(body);
    } catch (BadReview e) {
      counters.answered(name, "bad-review", now, start);
      LOG.warnf(
          "%s: refused a request that is no review, under policy %s: %s",
          name, now.version(), e.text());
      audit.bad(name, e, now, start);
      return CompletableFuture.completedStage(
          error(400, AnswerWriter.error(e.uid(), 400, "BadRequest", e.text())));
    }
    try {
      return decide
          .apply(review, now)
          .thenApply(judgement -> written(name, review, judgement, now, start))
          .exceptionally(fault -> fault(name, review, fault, now, start));
    } catch (RuntimeException | Error e) {
      return CompletableFuture.completedStage(fault(name, review, e, now, start));
    }
  }

  private Response written(
      String name, Review review, Judgement judgement, ScalingPolicy now, long start) {
    Answer answer = judgement.answer();
    byte[] body = AnswerWriter.write(review.uid(), answer);
    String verdict = answer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    counters.answered(name, verdict, now, start);
    audit.judged(name, review, judgement, now, start);
    return Response.ok(body).build();
  }

  private Response fault(
      String name, Review review, Throwable fault, ScalingPolicy now, long start) {
    counters.answered(name, "fault", now, start);
    audit.fault(name, review, now, start);
    String uid = Excerpt.quoted(review.uid());
    LOG.errorf(fault, "%s: could not answer review %s under policy %s", name, uid, now.version());
    String message = "hpa-steward could not answer: its log has the reason under uid " + uid;
    return error(500, AnswerWriter.error(review.uid(), 500, "InternalError", message));
  }

  private static Response error(int status, byte[] body) {
    return Response.status(status).entity(body).build();
  }
}
