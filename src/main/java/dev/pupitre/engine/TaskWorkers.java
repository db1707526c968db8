package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens one job worker for each {@link TaskWorker}: jobs are streamed, and polled for where a stream broke. */
@Component
class TaskWorkers {
    private final CamundaClient client;
    private final ObjectProvider<TaskWorker<?, ?>> tasks;
    private final JobFailures failures;
    private final List<JobWorker> open = new ArrayList<>();

    TaskWorkers(CamundaClient client, ObjectProvider<TaskWorker<?, ?>> tasks, JobFailures failures) {
        this.client = client;
        this.tasks = tasks;
        this.failures = failures;
    }

    synchronized void open() {
        tasks.forEach(task -> open.add(open(task)));
    }

    synchronized void close() {
        open.forEach(JobWorker::close);
        open.clear();
    }

    private JobWorker open(TaskWorker<?, ?> task) {
        failures.watch(task.taskType());
        return client.newWorker()
                .jobType(task.taskType())
                .handler(new TaskJobHandler<>(task, failures))
                .fetchVariables(componentsOf(task.inputType()))
                .open();
    }

    private static List<String> componentsOf(Class<?> inputType) {
        return Arrays.stream(inputType.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }
}
