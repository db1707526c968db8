package dev.pupitre.engine;

import org.jspecify.annotations.Nullable;

/**
 * Does one kind of service task of the models.
 *
 * <p>Jobs come at least once, so an implementation must bear repetition. A {@link BpmnError} goes to the model's error
 * event; any other exception makes the engine try again, and raises an incident when the retries are used up.
 *
 * @param <I> the variables the task needs, a record; others are not fetched
 * @param <O> the variables the task leaves behind, a record, or {@link Void} for none
 */
public interface TaskWorker<I, O extends @Nullable Object> {
    /** The model's task type, a verb and its object: {@code queue-conversation}. */
    String taskType();

    Class<I> inputType();

    /** Does the task; what is returned becomes variables, null leaves none. */
    O handle(I input);

    /** Does the same for a task that keeps which process it is done for. */
    default O handle(I input, ProcessRun run) {
        return handle(input);
    }
}
