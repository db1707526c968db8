package dev.pupitre.engine;

import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.util.Set;

/** Which refusals pass by themselves, because the engine is overloaded (back-pressure) or away. */
final class PassingFailures {
    private static final Set<Status.Code> CODES = Set.of(
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.CANCELLED,
            Status.Code.ABORTED);

    private PassingFailures() {}

    static boolean include(Throwable failure) {
        return failure instanceof ClientStatusException refusal && CODES.contains(refusal.getStatusCode());
    }
}
