package dev.pupitre.sandbox;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOffExecution;

/** Brings webhooks to the receiver, again and again until it accepts them. */
@Profile("local")
@Component
class WebhookDelivery implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivery.class);
    private static final int QUOTED = 200;

    private final WebhookCall call;
    private final SandboxProperties settings;
    private final SandboxFeed feed;
    private final Behaviours behaviours;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sandbox-webhook-", 0).factory());

    WebhookDelivery(WebhookCall call, SandboxProperties settings, SandboxFeed feed, Behaviours behaviours) {
        this.call = call;
        this.settings = settings;
        this.feed = feed;
        this.behaviours = behaviours;
    }

    WebhookLane newLane() {
        return new WebhookLane(this, behaviours, threads);
    }

    void deliver(Webhook webhook, BooleanSupplier wanted) throws InterruptedException {
        var body = call.write(webhook.body());
        var waits = settings.redelivery().start();
        while (wanted.getAsBoolean()) {
            var problem = attempt(body);
            tell(webhook.about(), problem);
            if (problem.isEmpty()) {
                return;
            }
            var wait = waits.nextBackOff();
            if (wait == BackOffExecution.STOP) {
                LOG.warn("Gave up a webhook: {}", problem.get());
                return;
            }
            Thread.sleep(wait);
        }
    }

    /** Returns what the receiver said, if it did not accept. */
    private Optional<String> attempt(byte[] body) throws InterruptedException {
        try {
            var answer = call.post(body);
            if (answer.statusCode() / 100 == 2) {
                return Optional.empty();
            }
            var said = answer.body().strip();
            return Optional.of("The receiver answered %d %s"
                    .formatted(answer.statusCode(), said.substring(0, Math.min(said.length(), QUOTED)))
                    .strip());
        } catch (IOException broken) {
            var reason = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
            return Optional.of("The receiver did not answer: " + reason);
        }
    }

    private void tell(Subject subject, Optional<String> problem) {
        if (subject.problem(problem.orElse(null))) {
            subject.show(feed);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
