package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.client.api.worker.JobWorkerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens one job worker for each {@link TaskWorker}: jobs are streamed, and polled for where a stream broke. */
@Component
class TaskWorkers {
    private final CamundaClient client;
    private final ObjectProvider<TaskWorker<?, ?>> tasks;
    private final JobFailures failures;
    private final MeterRegistry meters;
    final Map<String, JobWorker> open = new ConcurrentHashMap<>();

    TaskWorkers(
            CamundaClient client, ObjectProvider<TaskWorker<?, ?>> tasks, JobFailures failures, MeterRegistry meters) {
        this.client = client;
        this.tasks = tasks;
        this.failures = failures;
        this.meters = meters;
    }

    synchronized void open() {
        tasks.forEach(this::openUnlessOpen);
    }

    /** Whether jobs of this type are worked on here. */
    boolean isOpen(String taskType) {
        var worker = open.get(taskType);
        return worker != null && worker.isOpen();
    }

    synchronized void close() {
        open.values().forEach(JobWorker::close);
        open.clear();
    }

    private void openUnlessOpen(TaskWorker<?, ?> task) {
        if (!isOpen(task.taskType())) {
            open.put(task.taskType(), open(task));
        }
    }

    private JobWorker open(TaskWorker<?, ?> task) {
        failures.watch(task.taskType());
        return client.newWorker()
                .jobType(task.taskType())
                .handler(new TaskJobHandler<>(task, failures))
                .fetchVariables(componentsOf(task.inputType()))
                .metrics(JobWorkerMetrics.micrometer()
                        .withMeterRegistry(meters)
                        .withTags(Tags.of("type", task.taskType()))
                        .build())
                .open();
    }

    private static List<String> componentsOf(Class<?> inputType) {
        return Arrays.stream(inputType.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }
}
