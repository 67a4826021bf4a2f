package dev.hpasteward.cluster.reconcile;

import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Events, each thing told once: what happens again is counted on the Event that is there, at most
 * once a minute. Names are made from the content, so that another leader goes on with the same
 * ones.
 */
final class EventLog {

  /** As fine as the API server wants it. */
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final Duration COUNTED_EVERY = Duration.ofMinutes(1);
  private static final int REMEMBERED = 4096;
  private static final Logger LOG = Logger.getLogger(EventLog.class);

  private final KubernetesClient client;
  private final String instance;
  private final Executor executor;
  private final Map<EventName, Told> told = new LinkedHashMap<>(16, 0.75f, true);

  private record Told(int count, Instant written) {}

  /**
   * Nothing told yet.
   *
   * @param instance which process reports
   * @param executor writes them, one after another: nobody who has work to do waits for an Event
   */
  EventLog(KubernetesClient client, String instance, Executor executor) {
    this.client = client;
    this.instance = instance;
    this.executor = executor;
  }

  /**
   * Tells it; what the API server does not take, or what comes faster than it takes, is logged and
   * lost, since nothing depends on it. Does not wait.
   */
  void tell(Note note, Regarded regarded, Instant now) {
    try {
      executor.execute(() -> write(note, regarded, now));
    } catch (RejectedExecutionException e) {
      LOG.warnf("too many Events at once; not written: %s", note.text());
    }
  }

  private void write(Note note, Regarded regarded, Instant now) {
    EventName name = EventName.of(note, regarded);
    try {
      Optional<Told> before = before(name, now);
      if (before.isEmpty()) {
        create(name, note, regarded, now);
      } else if (before.get().written().equals(now)) {
        count(name, note, regarded, before.get().count(), now);
      }
    } catch (RuntimeException e) {
      LOG.warnf("an Event could not be written: %s: %s", note.text(), e.getMessage());
    }
  }

  /** How often it was told, this time included; written now means that this is to be shown. */
  private Optional<Told> before(EventName name, Instant now) {
    synchronized (told) {
      Told known = told.get(name);
      if (known == null) {
        told.put(name, new Told(1, now));
        if (told.size() > REMEMBERED) {
          told.remove(told.keySet().iterator().next());
        }
        return Optional.empty();
      }
      boolean due = !known.written().plus(COUNTED_EVERY).isAfter(now);
      Told next = new Told(known.count() + 1, due ? now : known.written());
      told.put(name, next);
      return Optional.of(next);
    }
  }

  private void create(EventName name, Note note, Regarded regarded, Instant now) {
    try {
      client.resource(event(name, note, regarded, now)).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw e;
      }
      // An earlier process told it.
      int counted =
          Optional.ofNullable(existing(name))
              .map(Event::getSeries)
              .map(series -> series.getCount())
              .orElse(1);
      synchronized (told) {
        told.put(name, new Told(counted + 1, now));
      }
      count(name, note, regarded, counted + 1, now);
    }
  }

  private @Nullable Event existing(EventName name) {
    return client.events().v1().events().inNamespace(name.namespace()).withName(name.name()).get();
  }

  private void count(EventName name, Note note, Regarded regarded, int count, Instant now) {
    Event event = existing(name);
    if (event == null) {
      // Events end after an hour.
      client.resource(event(name, note, regarded, now)).create();
      return;
    }
    client
        .resource(
            new EventBuilder(event)
                .withNewSeries()
                .withCount(count)
                .withLastObservedTime(new MicroTime(MICROSECONDS.format(now)))
                .endSeries()
                .build())
        .update();
  }

  private Event event(EventName name, Note note, Regarded regarded, Instant now) {
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(name.name())
        .endMetadata()
        .withType(note.kind().type())
        .withReason(note.kind().reason())
        .withAction(note.kind().action())
        .withNote(note.text())
        .withEventTime(new MicroTime(MICROSECONDS.format(now)))
        .withReportingController("hpa-steward.dev/reconciler")
        .withReportingInstance(instance)
        .withRegarding(
            new ObjectReferenceBuilder()
                .withApiVersion(regarded.apiVersion())
                .withKind(regarded.kind())
                .withNamespace(regarded.namespace())
                .withName(regarded.name())
                .withUid(regarded.uid())
                .build())
        .build();
  }
}
