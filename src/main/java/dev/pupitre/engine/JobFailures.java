package dev.pupitre.engine;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens to a job that failed: tried again, later each time; with no retries left counted and logged. */
@Component
class JobFailures {
    private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);
    private static final int MAX_DOUBLINGS = 8;

    private final Duration firstBackoff;
    private final MeterRegistry meters;
    private final ApplicationEventPublisher events;

    JobFailures(EngineProperties properties, MeterRegistry meters, ApplicationEventPublisher events) {
        this.firstBackoff = properties.jobRetryBackoff();
        this.meters = meters;
        this.events = events;
    }

    /** Makes the count visible before there is anything to count. */
    void watch(String taskType) {
        meters.counter("pupitre.engine.jobs.exhausted", "type", taskType);
    }

    void report(JobClient client, ActivatedJob job, RuntimeException failure) {
        var retries = job.getRetries() - 1;
        if (retries > 0) {
            LOG.info(
                    "Job {} of {} failed, {} retries left: {}", job.getType(), about(job), retries, failure.toString());
        } else {
            meters.counter("pupitre.engine.jobs.exhausted", "type", job.getType())
                    .increment();
            LOG.error("Job {} of {} has no retries left: an incident", job.getType(), about(job), failure);
        }
        client.newFailCommand(job)
                .retries(Math.max(retries, 0))
                .retryBackoff(backoff(job.getRetries()))
                .errorMessage(failure.toString())
                .send()
                .join();
        events.publishEvent(new JobFailed(job.getType(), subject(job), failure.toString(), Math.max(retries, 0)));
    }

    private static @Nullable String subject(ActivatedJob job) {
        return job.getVariablesAsMap().get("conversationId") instanceof String conversation ? conversation : null;
    }

    private static String about(ActivatedJob job) {
        return "conversation %s, process instance %d"
                .formatted(job.getVariablesAsMap().get("conversationId"), job.getProcessInstanceKey());
    }

    /** The model's number of retries is not known here, so the wait is told from how many are left: fewer, longer. */
    private Duration backoff(int retriesLeft) {
        return firstBackoff.multipliedBy(1L << Math.clamp(MAX_DOUBLINGS - (long) retriesLeft, 0, MAX_DOUBLINGS));
    }
}
