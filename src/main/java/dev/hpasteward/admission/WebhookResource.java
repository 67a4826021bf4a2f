package dev.hpasteward.admission;

import dev.hpasteward.model.Excerpt;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The endpoints that the API server calls. They answer on the event loop: nothing here blocks. A
 * fault is answered with an HTTP error, so that the webhook's failurePolicy decides; it never turns
 * into a permission.
 */
@Path("/")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {

  private static final Logger LOG = Logger.getLogger(WebhookResource.class);

  private final Webhook webhook;
  private final ReviewCounters counters;

  WebhookResource(Webhook webhook, ReviewCounters counters) {
    this.webhook = webhook;
    this.counters = counters;
  }

  @POST
  @Path("validate")
  public Uni<Response> validate(byte[] body) {
    return answer("validate", body, webhook::validate);
  }

  @POST
  @Path("mutate")
  public Uni<Response> mutate(byte[] body) {
    return answer("mutate", body, webhook::mutate);
  }

  private Uni<Response> answer(
      String name, byte[] body, Function<Review, CompletionStage<Answer>> decide) {
    Review review;
    try {
      review = ReviewReader.read(body);
    } catch (BadReview e) {
      counters.answered(name, "bad-review");
      LOG.warnf("%s: refused a request that is no review: %s", name, e.text());
      return Uni.createFrom()
          .item(error(400, AnswerWriter.error(e.uid(), 400, "BadRequest", e.text())));
    }
    return Uni.createFrom()
        .completionStage(() -> decide.apply(review))
        .map(answer -> written(name, review, answer))
        .onFailure()
        .recoverWithItem(fault -> fault(name, review, fault));
  }

  private Response written(String name, Review review, Answer answer) {
    byte[] body = AnswerWriter.write(review.uid(), answer);
    String verdict = answer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    counters.answered(name, verdict);
    return Response.ok(body).build();
  }

  private Response fault(String name, Review review, Throwable fault) {
    counters.answered(name, "fault");
    String uid = Excerpt.quoted(review.uid());
    LOG.errorf(fault, "%s: could not answer review %s", name, uid);
    String message = "hpa-steward could not answer: its log has the reason under uid " + uid;
    return error(500, AnswerWriter.error(review.uid(), 500, "InternalError", message));
  }

  private static Response error(int status, byte[] body) {
    return Response.status(status).entity(body).build();
  }
}
