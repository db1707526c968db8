package dev.pupitre.engine;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.ClassUtils;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the models name is there, and nothing is there that no model names. */
class ProcessModelTests {
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    /** The groups of people in Tasklist, by role. */
    private static final Map<String, String> GROUPS =
            Map.of("SUPERVISOR", "supervisors", "ANALYST", "analysts", "ADMIN", "administrators");

    @Test
    void everyTaskTypeHasAWorkerAndEveryWorkerATask() throws Exception {
        assertThat(attributes("bpmn/*.bpmn", ZEEBE, "taskDefinition", "type"))
                .isNotEmpty()
                .isEqualTo(workers().map(worker -> worker.taskType()).collect(toSet()));
    }

    @Test
    void workersAreNamedAfterTheirTask() {
        assertThat(workers())
                .allSatisfy(worker -> assertThat(kebab(ClassUtils.getShortName(ClassUtils.getUserClass(worker))
                                .replaceAll(".*\\.", "")))
                        .isEqualTo(worker.taskType() + "-worker"));
    }

    /** The client writes variables by a mapper of its own, which knows no times. */
    @Test
    void workersTakeAndLeaveWhatTheClientCanReadAndWrite() {
        assertThat(workers().flatMap(ProcessModelTests::variables))
                .isNotEmpty()
                .allSatisfy(component ->
                        assertThat(component.getType().getPackageName()).isNotEqualTo("java.time"));
    }

    private static Stream<RecordComponent> variables(TaskWorker<?, ?> worker) {
        var type = ResolvableType.forClass(ClassUtils.getUserClass(worker)).as(TaskWorker.class);
        return Stream.of(type.getGeneric(0), type.getGeneric(1))
                .map(ResolvableType::resolve)
                .filter(Objects::nonNull)
                .flatMap(ProcessModelTests::components);
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .flatMap(component -> Stream.concat(Stream.of(component), components(component.getType())))
                : Stream.empty();
    }

    @Test
    void everyDecisionAProcessCallsHasATable() throws Exception {
        assertThat(attributes("dmn/*.dmn", DMN, "decision", "id"))
                .containsAll(attributes("bpmn/*.bpmn", ZEEBE, "calledDecision", "decisionId"));
    }

    /** A change of a table holds for conversations under way, not for new ones alone. */
    @Test
    void everyDecisionIsThatOfTheNewestTable() throws Exception {
        assertThat(elements("bpmn/*.bpmn", ZEEBE, "calledDecision"))
                .isNotEmpty()
                .allSatisfy(
                        called -> assertThat(called.getAttribute("bindingType")).isEqualTo("latest"));
    }

    @Test
    void everyTableTakesItsFirstMatchAndEndsWithARowForEverythingElse() throws Exception {
        for (var table : elements("dmn/*.dmn", DMN, "decisionTable").toList()) {
            assertThat(table.getAttribute("hitPolicy")).isEqualTo("FIRST");
            var rules = children(table, DMN, "rule").toList();
            assertThat(children(rules.getLast(), DMN, "inputEntry"))
                    .as("last row of %s", table.getAttribute("id"))
                    .allSatisfy(
                            entry -> assertThat(entry.getTextContent().strip()).isEqualTo("-"));
        }
    }

    @Test
    void everyTaskIsTriedMoreThanOnce() throws Exception {
        assertThat(elements("bpmn/*.bpmn", ZEEBE, "taskDefinition"))
                .allSatisfy(task -> assertThat(task.getAttribute("retries")).isEqualTo("8"));
    }

    /** Nobody looks after the process of a plan: what is not done there is begun anew. */
    @Test
    void noTaskOfAPlanIsLeftWhereItsTriesAreUsedUp() throws Exception {
        var tasks = elements("bpmn/table-deployment.bpmn", BPMN, "serviceTask")
                .map(task -> task.getAttribute("id"))
                .collect(toSet());
        var begunAnew = elements("bpmn/table-deployment.bpmn", BPMN, "boundaryEvent")
                .filter(event ->
                        children(event, BPMN, "timerEventDefinition").findAny().isPresent())
                .filter(event -> !event.getAttribute("cancelActivity").equals("false"))
                .map(event -> event.getAttribute("id") + " to " + event.getAttribute("attachedToRef"))
                .collect(toSet());
        var flows = elements("bpmn/table-deployment.bpmn", BPMN, "sequenceFlow")
                .map(flow -> flow.getAttribute("sourceRef") + " to " + flow.getAttribute("targetRef"))
                .collect(toSet());

        assertThat(tasks).isNotEmpty();
        assertThat(begunAnew).hasSameSizeAs(tasks);
        assertThat(flows).containsAll(begunAnew);
    }

    /** What a user task asks for is done by a call of the API: the groups in Tasklist are the roles that may make it. */
    @ParameterizedTest
    @CsvSource({
        "reconnect, dev.pupitre.page.ConnectController",
        "search, dev.pupitre.privacy.DeletionsController",
        "approve, dev.pupitre.rules.PlannedController"
    })
    void asksThoseWhoMayDoWhatIsAskedFor(String task, String controller) throws Exception {
        var groups = elements("bpmn/*.bpmn", BPMN, "userTask")
                .filter(found -> found.getAttribute("id").equals(task))
                .flatMap(found -> children(found, ZEEBE, "assignmentDefinition"))
                .flatMap(found -> quoted(found.getAttribute("candidateGroups"), '"'))
                .collect(toSet());
        var may = Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(
                ClassUtils.resolveClassName(controller, ProcessModelTests.class.getClassLoader()), PreAuthorize.class));

        assertThat(groups)
                .isNotEmpty()
                .isEqualTo(quoted(may.value(), '\'').map(GROUPS::get).collect(toSet()));
    }

    private static Stream<String> quoted(String expression, char quote) {
        return Pattern.compile(quote + "(\\w+)" + quote)
                .matcher(expression)
                .results()
                .map(found -> found.group(1));
    }

    @Test
    void everyElementCanBeSeenInTheDiagram() throws Exception {
        var drawn = attributes("bpmn/*.bpmn", "http://www.omg.org/spec/BPMN/20100524/DI", "BPMNShape", "bpmnElement");
        for (var kind : new String[] {"serviceTask", "userTask", "businessRuleTask", "boundaryEvent", "endEvent"}) {
            assertThat(drawn).containsAll(attributes("bpmn/*.bpmn", BPMN, kind, "id"));
        }
    }

    private static Stream<TaskWorker<?, ?>> workers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(TaskWorker.class));
        return scanner.findCandidateComponents("dev.pupitre").stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), ProcessModelTests.class.getClassLoader()))
                .map(type -> (TaskWorker<?, ?>) mock(type, CALLS_REAL_METHODS));
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Set<String> attributes(String files, String namespace, String element, String attribute)
            throws Exception {
        return elements(files, namespace, element)
                .map(found -> found.getAttribute(attribute))
                .collect(toSet());
    }

    private static Stream<Element> elements(String files, String namespace, String name) throws Exception {
        var factory = DocumentBuilderFactory.newNSInstance();
        var found = Stream.<Element>of();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:" + files)) {
            var document = factory.newDocumentBuilder().parse(file.getInputStream());
            found = Stream.concat(found, stream(document.getElementsByTagNameNS(namespace, name)));
        }
        return found;
    }

    private static Stream<Element> children(Element parent, String namespace, String name) {
        return stream(parent.getElementsByTagNameNS(namespace, name));
    }

    private static Stream<Element> stream(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(index -> (Element) nodes.item(index));
    }
}
