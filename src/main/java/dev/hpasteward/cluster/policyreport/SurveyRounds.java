package dev.hpasteward.cluster.policyreport;

import dev.hpasteward.admission.PolicyInForce;
import dev.hpasteward.cluster.ApiFeatures;
import dev.hpasteward.cluster.ClusterConnection;
import dev.hpasteward.cluster.KnownCluster;
import dev.hpasteward.cluster.leadership.Leadership;
import dev.hpasteward.cluster.survey.Figures;
import dev.hpasteward.cluster.survey.Survey;
import dev.hpasteward.cluster.survey.SurveyFigures;
import dev.hpasteward.cluster.survey.SurveyTotals;
import dev.hpasteward.cluster.survey.SurveyedNamespace;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.ScalingPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at everything from time to time, if this process leads, and tells it by metrics and
 * reports.
 */
@ApplicationScoped
class SurveyRounds implements SurveyFigures {

  private static final Logger LOG = Logger.getLogger(SurveyRounds.class);

  private final KnownCluster cluster;
  private final ClusterConnection connection;
  private final ApiFeatures features;
  private final PolicyInForce policies;
  private final Leadership leadership;
  private final InstantSource clock;
  private final MeterRegistry registry;
  private final Duration every;
  private final RoundSchedule schedule;
  private final InstalledKinds kinds;
  private @Nullable SurveyGauges gauges;
  private boolean led;
  private volatile Optional<SurveyTotals> totals = Optional.empty();

  SurveyRounds(
      KnownCluster cluster,
      ClusterConnection connection,
      ApiFeatures features,
      PolicyInForce policies,
      Leadership leadership,
      InstantSource clock,
      MeterRegistry registry,
      @ConfigProperty(name = "hpa-steward.reports.every", defaultValue = "30s") Duration every) {
    this.cluster = cluster;
    this.connection = connection;
    this.features = features;
    this.policies = policies;
    this.leadership = leadership;
    this.clock = clock;
    this.registry = registry;
    this.every = every;
    this.schedule = new RoundSchedule(every);
    this.kinds = new InstalledKinds(this::writer);
  }

  private ReportWriter writer(ReportKind kind) {
    KubernetesClient client = connection.client().orElseThrow();
    return new ReportWriter(
        new ReportRequests(kind, client),
        every,
        leadership::holds,
        new ReportJournal(kind, registry));
  }

  @Override
  public Optional<Figures> latest() {
    return totals.map(SurveyTotals::figures);
  }

  /** What a survey depends on, but for the time. */
  private record Version(long changes, String policy, boolean tolerancesKept) {}

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void tick() {
    if (!cluster.exists() || !cluster.complete()) {
      return;
    }
    boolean leads = leadership.holds();
    if (led && !leads) {
      withdraw();
    }
    led = leads;
    Version version =
        new Version(cluster.state().changes(), policies.get().version(), features.tolerancesKept());
    if (leads && schedule.due(version, clock.instant())) {
      round(version);
    }
  }

  /** Another process tells it now. */
  private void withdraw() {
    totals = Optional.empty();
    kinds.forget();
    schedule.restart();
    if (gauges != null) {
      gauges.withdraw();
    }
  }

  private void round(Version version) {
    Instant start = clock.instant();
    Optional<Instant> wake = Optional.empty();
    try {
      Collection<ReportWriter> writers =
          connection.client().map(client -> kinds.look(client, start)).orElse(List.of());
      writers.forEach(writer -> writer.begin(start));
      tell(survey(policies.get(), writers, start));
      wake =
          writers.stream().map(ReportWriter::end).flatMap(Optional::stream).min(Instant::compareTo);
    } catch (RuntimeException e) {
      LOG.error("a survey of the cluster failed; it is tried again", e);
    }
    Instant end = clock.instant();
    Timer.builder("hpa_steward_survey")
        .description("Surveys of all that is governed, with the writing of reports")
        .register(registry)
        .record(Duration.between(start, end));
    schedule.done(version, start, end, wake);
  }

  private SurveyTotals survey(ScalingPolicy policy, Collection<ReportWriter> writers, Instant now) {
    return new Survey(cluster.state(), policy, features.tolerancesKept(), now)
        .walk(namespace -> report(namespace, policy, writers, now));
  }

  private static void report(
      SurveyedNamespace namespace,
      ScalingPolicy policy,
      Collection<ReportWriter> writers,
      Instant now) {
    if (namespace.mode() == Mode.OFF || writers.isEmpty()) {
      return;
    }
    ReportDocument document = ReportDocument.of(ReportContent.of(namespace, policy));
    writers.forEach(writer -> writer.write(namespace.name(), document, now));
  }

  private void tell(SurveyTotals counted) {
    if (gauges == null) {
      gauges = new SurveyGauges(registry);
    }
    gauges.show(counted);
    totals = Optional.of(counted);
  }
}
