package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.engine.DeployedProcesses;
import dev.pupitre.engine.PackagedTables;
import dev.pupitre.engine.ProcessModels;
import dev.pupitre.engine.ProcessModels.ProcessModel;
import dev.pupitre.engine.ProcessRun;
import dev.pupitre.kernel.ConversationId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;

/** The way of a conversation is shown on the model that has led it, whatever has been deployed since. */
class ProcessDrawingsTests {
    private final ConversationRoom room = new ConversationRoom();
    private final Standstills standstills = new Standstills(room.database.template(), room.live);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void showsTheVersionThatHasLedItAfterAnotherWasDeployed() {
        var id = ledBy(drawings(model(7, "<seven/>")), 7);
        var since = drawings(model(8, "<eight/>"));

        var way = controller(model(8, "<eight/>"), since).way(id);

        assertThat(way).returns(7, ProcessController.Way::ran).returns(8, ProcessController.Way::version);
        assertThat(since.find(requireNonNull(way.drawing()))).get().returns("<seven/>", ProcessDrawings.Drawing::xml);
    }

    @Test
    void saysThatTheVersionIsNotKnownWhereAnEarlierPupitreHasLedIt() {
        var id = room.givenToAlice("1");

        assertThat(controller(model(8, "<eight/>"), drawings(model(8, "<eight/>")))
                        .way(id))
                .returns(null, ProcessController.Way::ran)
                .returns(null, ProcessController.Way::drawing)
                .returns(8, ProcessController.Way::version);
    }

    @Test
    void saysThatTheDrawingIsNotKeptWhereNobodyHasIt() {
        var id = ledBy(drawings(model(8, "<eight/>")), 6);

        assertThat(room.conversations.stored(id).course().trail().model()).isEqualTo(new Trail.Model(6, null));
    }

    @Test
    void findsWhatAnotherNodeHasDeployed() {
        drawings(model(7, "<seven/>")).led(new ProcessRun(1, 7));

        var led = drawings(model(8, "<eight/>")).led(new ProcessRun(2, 7));

        assertThat(led.model().drawing()).startsWith("conversation-7-");
    }

    @Test
    void keepsBothWhenAnEmptiedEngineCountsFromOneAgain() {
        var before = drawings(model(1, "<before/>")).led(new ProcessRun(1, 1));
        var after = drawings(model(1, "<after/>")).led(new ProcessRun(1, 1));

        assertThat(before.model().drawing()).isNotEqualTo(after.model().drawing());
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void keepsADrawingOnceHoweverManyConversationsItLeads() {
        var node = drawings(model(7, "<seven/>"));
        for (var instance = 1; instance <= 3; instance++) {
            node.led(new ProcessRun(instance, 7));
            drawings(model(7, "<seven/>")).led(new ProcessRun(instance, 7));
        }

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void keepsTheModelOfWhatIsIgnored() {
        room.customerWrites("1", "m1", "stop");
        var id = room.openWith("1", 1).conversationId();
        var decisions = new Decisions(PackagedTables.decisionTables(), room.live, room.course, room.clock);
        var worker = new IgnoreConversationWorker(room.closing, decisions, drawings(model(7, "<seven/>")));

        worker.handle(
                new HeardFacts(
                        id,
                        null,
                        "100",
                        "message",
                        "stop",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "Monday",
                        "10:00:00",
                        Map.of("listen", false)),
                new ProcessRun(5, 7));

        var ignored = room.conversations.stored(id);
        assertThat(ignored.state()).isEqualTo(ConversationState.IGNORED);
        assertThat(ignored.course().trail().model()).extracting("version").isEqualTo(7);
    }

    @Test
    void keepsTheModelWithTheRecording() {
        var id = ledBy(drawings(model(7, "<seven/>")), 7);
        room.resolutions.resolve(ALICE, id, null);
        room.closing.close(id, requireNonNull(room.conversations.stored(id).resolution()));

        assertThat(room.recordings.find(id)).isPresent();
        assertThat(room.conversations.stored(id).course().trail().model())
                .extracting("version")
                .isEqualTo(7);
    }

    @Test
    void refusesADrawingThatIsNotThere() {
        var models = DeployedProcesses.conversation(1);

        assertThatExceptionOfType(DrawingNotFound.class)
                .isThrownBy(() -> controller(models, drawings(models)).kept("conversation-9-0"));
    }

    private ConversationId ledBy(ProcessDrawings drawings, int version) {
        var id = room.givenToAlice("1");
        standstills.takenUp(id, drawings.led(new ProcessRun(17, version)));
        return id;
    }

    private long kept() {
        return room.database.template().count(new Query(), ProcessDrawings.COLLECTION);
    }

    private ProcessDrawings drawings(ProcessModels models) {
        return new ProcessDrawings(room.database.template(), models, room.clock);
    }

    private ProcessController controller(ProcessModels models, ProcessDrawings drawings) {
        return new ProcessController(room.conversations, models, drawings, room.clock);
    }

    private static ProcessModels model(int version, String xml) {
        ProcessModels models = mock();
        given(models.get(ProcessDrawings.PROCESS)).willReturn(new ProcessModel(ProcessDrawings.PROCESS, version, xml));
        return models;
    }
}
