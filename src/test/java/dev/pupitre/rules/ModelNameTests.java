package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** A table that was begun in Camunda Modeler, which names models by itself, is taken for what it is. */
class ModelNameTests {
    private static final String MODELERS = "Definitions_1k6x0tq";

    /** The shipped table with Modeler's own ids, extensions and diagram, written by the library that it writes by. */
    private final String modeler = modelers("routing.dmn");

    static String modelers(String name) {
        try {
            return new ClassPathResource("modeler/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void whatModelerWritesIsTheTableUnderItsOwnName() {
        assertThatExceptionOfType(DmnRefused.class)
                .isThrownBy(() -> DmnReader.read(TableName.ROUTING, modeler))
                .returns(DmnRefused.Reason.MODEL_ID, DmnRefused::reason);

        var named = ModelName.of(TableName.ROUTING, modeler);

        assertThat(named.before()).isEqualTo(MODELERS);
        assertThat(named.dmn()).isEqualTo(modeler.replace(MODELERS, "routing-model"));
        var subject = TrialTests.subject(named.dmn());
        assertThat(subject.file().rows()).hasSize(2);
        assertThat(Trial.of(subject, Map.of("text", "c'est urgent")).row()).isEqualTo(1);
        assertThat(Dmn.readModelFromStream(new ByteArrayInputStream(named.dmn().getBytes(StandardCharsets.UTF_8)))
                        .getDefinitions()
                        .getId())
                .isEqualTo("routing-model");
    }

    /** Both were written by camunda-dmn-js, see CamundaModelerIT. */
    @Test
    void aTableThatWasBegunInModelerSaysWhatTheShippedOneSays() {
        var named = ModelName.of(TableName.ROUTING, modelers("routing-begun.dmn"));

        assertThat(named.before()).isEqualTo("Definitions_0begun");
        assertThat(said(named.dmn())).isEqualTo(said(TableName.ROUTING.packaged()));
        assertThat(Trial.of(TrialTests.subject(named.dmn()), Map.of("text", "c'est urgent"))
                        .row())
                .isEqualTo(1);
    }

    @Test
    void aTableThatWasSavedInModelerIsTheShippedOne() {
        var saved = modelers("routing-saved.dmn");

        assertThat(ModelName.of(TableName.ROUTING, saved).before()).isNull();
        assertThat(said(saved)).isEqualTo(said(TableName.ROUTING.packaged()));
        assertThat(RowDiff.between(
                        DmnReader.parse(TableName.ROUTING, TableName.ROUTING.packaged()),
                        DmnReader.parse(TableName.ROUTING, saved)))
                .isEmpty();
    }

    private static List<String> said(String dmn) {
        var file = DmnReader.read(TableName.ROUTING, dmn);
        var inputs = file.inputs().stream().map(input -> input.label() + input.expression() + input.type());
        var outputs = file.outputs().stream().map(output -> output.label() + output.name() + output.type());
        var rows = file.rows().stream().map(row -> row.annotation() + texts(row.inputs()) + texts(row.outputs()));
        return Stream.of(inputs, outputs, rows).flatMap(all -> all).toList();
    }

    private static List<String> texts(List<DmnFile.Cell> cells) {
        return cells.stream().map(DmnFile.Cell::text).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<definitions id=\"%s\" xmlns=\"x\" />",
                "<definitions xmlns=\"x\" name=\"a > b\" id='%s'/>",
                "<?xml version=\"1.0\"?>\n<dmn:definitions\n  xmlns:dmn=\"x\"\n  dmn:id=\"no\" id = \"%s\"></dmn:definitions>"
            })
    void theNameIsFoundWhereverItStands(String file) {
        var named = ModelName.of(TableName.LISTENING, file.formatted("Definitions_1"));

        assertThat(named.before()).isEqualTo("Definitions_1");
        assertThat(named.dmn().replace('\'', '"'))
                .isEqualTo(file.formatted("listening-model").replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "No table",
                "<definitions/>",
                "<definitions name=\"id\">",
                "<definitions id=\"routing-model\"/>"
            })
    void whatHasTheNameOrNoneStaysAsItIs(String file) {
        assertThat(ModelName.of(TableName.ROUTING, file)).isEqualTo(new ModelName(file, null));
    }
}
