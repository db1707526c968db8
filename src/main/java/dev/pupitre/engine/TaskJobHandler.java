package dev.pupitre.engine;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import org.jspecify.annotations.Nullable;

/** Gives a job to its {@link TaskWorker} and tells the engine how it went. */
class TaskJobHandler<I, O extends @Nullable Object> implements JobHandler {
    private final TaskWorker<I, O> task;
    private final JobFailures failures;

    TaskJobHandler(TaskWorker<I, O> task, JobFailures failures) {
        this.task = task;
        this.failures = failures;
    }

    @Override
    public void handle(JobClient client, ActivatedJob job) {
        try {
            var output = task.handle(job.getVariablesAsType(task.inputType()));
            var command = client.newCompleteCommand(job);
            if (output != null) {
                command.variables(output);
            }
            command.send().join();
        } catch (BpmnError error) {
            client.newThrowErrorCommand(job)
                    .errorCode(error.code())
                    .errorMessage(error.getMessage())
                    .send()
                    .join();
        } catch (RuntimeException failure) {
            failures.report(client, job, failure);
        }
    }
}
