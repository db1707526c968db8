package dev.pupitre.engine;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a job to its {@link TaskWorker} and tells the engine how it went. */
class TaskJobHandler<I, O extends @Nullable Object> implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(TaskJobHandler.class);

    private final TaskWorker<I, O> task;
    private final JobFailures failures;

    TaskJobHandler(TaskWorker<I, O> task, JobFailures failures) {
        this.task = task;
        this.failures = failures;
    }

    @Override
    public void handle(JobClient client, ActivatedJob job) {
        try {
            var input = job.getVariablesAsType(task.inputType());
            var run = new ProcessRun(job.getProcessInstanceKey(), job.getProcessDefinitionVersion());
            complete(client, job, task.handle(input, run));
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

    /** The work is done; if the engine does not hear of it, it gives the job out again, which a worker bears. */
    private static void complete(JobClient client, ActivatedJob job, @Nullable Object output) {
        var command = client.newCompleteCommand(job);
        if (output != null) {
            command.variables(output);
        }
        try {
            command.send().join();
        } catch (ClientException unheard) {
            LOG.info("The engine did not hear that job {} of {} is done", job.getKey(), job.getType(), unheard);
        }
    }
}
