package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddScriptTagOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What Pupitre ships is opened, checked and saved by camunda-bpmn-js, camunda-dmn-js and its linter, of which Camunda
 * Modeler is made. That Pupitre takes what they have saved is held by the tests of the rules' room.
 */
class CamundaModelerIT {
    private static final Path MODELER = Path.of("src", "test", "modeler");
    private static final Path MODULES = MODELER.resolve("node_modules");
    private static final Path SAVED = Path.of("src", "test", "resources", "modeler");

    /** Zeebe's default, which is not written out. */
    private static final String BY_DEFAULT = "bindingType=latest";

    private static Browsers browsers;

    @BeforeAll
    static void start() throws Exception {
        browsers = Browsers.start();
        var wanted = MODELER.resolve("package-lock.json");
        var installed = MODULES.resolve(".installed-from.json");
        if (Files.notExists(installed) || Files.mismatch(wanted, installed) >= 0) {
            assertThat(said(List.of("npm", "ci", "--no-audit", "--no-fund"))).isNotNull();
            Files.copy(wanted, installed);
        }
    }

    @AfterAll
    static void end() {
        browsers.close();
    }

    static Stream<Path> shipped() throws IOException {
        return Stream.concat(of("bpmn", ".bpmn"), of("dmn", ".dmn"));
    }

    private static Stream<Path> of(String directory, String ending) throws IOException {
        try (var files = Files.list(Path.of(directory))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void opensWhatIsShippedWithoutAWarningAndLosesNothingOfIt(Path file) throws Exception {
        var kind = file.toString().endsWith(".bpmn") ? "bpmn" : "dmn";
        var before = Files.readString(file);

        var again = (Map<?, ?>) modeler().evaluate("([kind, xml]) => saveAgain(kind, xml)", List.of(kind, before));

        assertThat((List<?>) again.get("warnings")).isEmpty();
        assertThat(parts(String.valueOf(again.get("xml")))).containsExactlyInAnyOrderElementsOf(parts(before));
    }

    @Test
    void findsNothingToComplainOfInTheProcesses() throws Exception {
        var files = of("bpmn", ".bpmn").map(file -> file.toAbsolutePath().toString());

        assertThat(lint(files)).isEmpty();
    }

    @Test
    void findsAPlantedFaultOfAProcess() throws Exception {
        var planted = Files.createTempFile("planted", ".bpmn");
        try {
            var sound = Files.readString(Path.of("bpmn", "page-health.bpmn"));
            Files.writeString(planted, sound.replaceFirst("(<zeebe:taskDefinition) type=\"[^\"]*\"", "$1"));

            assertThat(lint(Stream.of(planted.toString())))
                    .contains("\"error\"", "must have a defined <Task definition type>");
        } finally {
            Files.delete(planted);
        }
    }

    @Test
    void savesTheTableThatTheTestsOfTheRulesRead() throws Exception {
        var shipped = Files.readString(Path.of("dmn", "routing.dmn"));
        var again = (Map<?, ?>) modeler().evaluate("xml => saveAgain('dmn', xml)", shipped);

        assertThat(parts(Files.readString(SAVED.resolve("routing-saved.dmn"))))
                .isEqualTo(parts(String.valueOf(again.get("xml"))));
    }

    @Test
    void beginsTheTableThatTheTestsOfTheRulesRead() throws Exception {
        var shipped = Files.readString(Path.of("dmn", "routing.dmn"));
        var begun = String.valueOf(modeler().evaluate("xml => beginAnew(xml)", shipped));

        assertThat(begun).contains("InputClause_", "UnaryTests_", "DecisionRule_");
        assertThat(withoutIds(Files.readString(SAVED.resolve("routing-begun.dmn"))))
                .isEqualTo(withoutIds(begun));
    }

    private static Page modeler() {
        var page = browsers.window("en-GB").newPage();
        page.navigate("about:blank");
        for (var library : List.of("camunda-bpmn-js", "camunda-dmn-js")) {
            page.addScriptTag(new AddScriptTagOptions()
                    .setPath(MODULES.resolve(library).resolve("dist/camunda-cloud-modeler.production.min.js")));
        }
        page.addScriptTag(new AddScriptTagOptions().setPath(MODELER.resolve("page.js")));
        return page;
    }

    /** What the linter complains of; what Node.js has to say of its own features is not of the files. */
    private static String lint(Stream<String> files) throws Exception {
        return said(Stream.concat(Stream.of("node", "--no-warnings", "lint.mjs"), files)
                .toList());
    }

    /** What a program says that comes to a good end. */
    private static String said(List<String> command) throws Exception {
        var process = new ProcessBuilder(command)
                .directory(MODELER.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<String> withoutIds(String xml) throws Exception {
        return parts(xml).stream().filter(part -> !part.contains(" id=")).toList();
    }

    /** Each element, attribute and text with where it stands; not how it is written. */
    private static List<String> parts(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.strip().getBytes(StandardCharsets.UTF_8)));
        var parts = new ArrayList<String>();
        read(document.getDocumentElement(), "", parts);
        return parts;
    }

    private static void read(Element element, String above, List<String> parts) {
        var place = above + "/" + element.getLocalName();
        attributes(element.getAttributes())
                .filter(attribute -> !attribute.endsWith(BY_DEFAULT))
                .forEach(attribute -> parts.add(place + " " + attribute));
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                read(below, place, parts);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getTextContent());
            }
        }
        parts.add(place + ": "
                + String.join(" ", Arrays.asList(text.toString().strip().split("\\s+"))));
    }

    private static Stream<String> attributes(NamedNodeMap attributes) {
        return Stream.iterate(0, index -> index < attributes.getLength(), index -> index + 1)
                .map(attributes::item)
                .filter(attribute -> !attribute.getNodeName().startsWith("xmlns"))
                .map(attribute -> attribute.getLocalName() + "=" + attribute.getNodeValue())
                .sorted();
    }
}
