package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.DeploymentEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models that come with this version: {@code bpmn/}, with the forms of its user tasks, and {@code dmn/}.
 *
 * <p>Each file is a deployment of its own. The engine takes an unchanged file for what it is and makes no new version
 * of it, but in one deployment with a changed file it would make a new version of all.
 */
@Component
class Models {
    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final CamundaClient client;
    private final Map<String, Integer> processes = new ConcurrentHashMap<>();

    Models(CamundaClient client) {
        this.client = client;
    }

    /** Which version of each process the engine has, once they were deployed. */
    Map<String, Integer> processes() {
        return Map.copyOf(processes);
    }

    /** Answers which version of each decision the engine has. */
    Map<String, Integer> deploy() {
        var decisions = new HashMap<String, Integer>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (var resource : resolver.getResources("classpath*:dmn/*.dmn")) {
                deploy("dmn/", resource)
                        .getDecisions()
                        .forEach(decision -> decisions.put(decision.getDmnDecisionId(), decision.getVersion()));
            }
            for (var resource : resolver.getResources("classpath*:bpmn/*.form")) {
                deploy("bpmn/", resource);
            }
            for (var resource : resolver.getResources("classpath*:bpmn/*.bpmn")) {
                deploy("bpmn/", resource)
                        .getProcesses()
                        .forEach(process -> processes.put(process.getBpmnProcessId(), process.getVersion()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Expected readable models in bpmn/ and dmn/", failure);
        }
        return decisions;
    }

    private DeploymentEvent deploy(String folder, Resource resource) throws IOException {
        var deployment = client.newDeployResourceCommand()
                .addResourceBytes(resource.getContentAsByteArray(), folder + resource.getFilename())
                .send()
                .join();
        versions(deployment).forEach(version -> LOG.info("The engine has {}", version));
        return deployment;
    }

    private static Stream<String> versions(DeploymentEvent deployment) {
        return Stream.concat(
                deployment.getProcesses().stream()
                        .map(process -> "process " + process.getBpmnProcessId() + " version " + process.getVersion()),
                deployment.getDecisions().stream()
                        .map(decision ->
                                "decision " + decision.getDmnDecisionId() + " version " + decision.getVersion()));
    }
}
