package dev.pupitre.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.Author;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationFilter;
import dev.pupitre.conversation.Direction;
import dev.pupitre.conversation.Happening;
import dev.pupitre.conversation.Library;
import dev.pupitre.conversation.Message;
import dev.pupitre.conversation.MessageStatus;
import dev.pupitre.conversation.Via;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whoever reads these files by a program finds a column by its place or its name. */
class ExportsTests {
    private static final Instant BEGUN = Instant.parse("2026-03-02T10:00:00Z");
    private static final ConversationId ID = new ConversationId("7");

    private final Library library = mock();
    private final Exports exports = new Exports(library, new JsonMapper());

    @Test
    void aConversationHasTheseColumnsInThisOrder() throws IOException {
        willAnswer(call -> {
                    Consumer<Conversation> reader = call.getArgument(1);
                    reader.accept(Ends.closed("7", "alice", BEGUN, BEGUN.plusSeconds(90)));
                    return null;
                })
                .given(library)
                .each(any(), any());
        var out = new StringWriter();

        exports.sheet(mock(ConversationFilter.class), out);

        assertThat(out.toString().lines())
                .containsExactly(
                        "\uFEFFid,state,channel,page,campaign,customerId,customer,agent,openedAt,queuedAt,assignedAt,"
                                + "firstResponseAt,closedAt,lostAt,waitingSeconds,handlingSeconds,messages,tags,score",
                        "7,CLOSED,MESSENGER,Café,shop,of-7,Zoé,alice,2026-03-02T10:00:00Z,2026-03-02T10:00:00Z,"
                                + "2026-03-02T10:00:00Z,2026-03-02T10:00:00Z,2026-03-02T10:01:30Z,,0,90,2,,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 1", "-2", "@SUM(A1)"})
    void aMessageHasTheseColumnsInThisOrderAndIsNoFormula(String text) throws IOException {
        given(library.transcript(ID)).willReturn(List.of(message(text, null)));
        var out = new StringWriter();

        exports.sheet(ID, out);

        assertThat(out.toString().lines())
                .containsExactly(
                        "\uFEFFseq,at,direction,authorKind,author,text,status,reason,attachments,happening",
                        "1,2026-03-02T10:00:00Z,IN,CUSTOMER,\"'%1$s\",\"'%1$s\",RECEIVED,,0,".formatted(text));
    }

    @Test
    void aLineThatNobodyWroteSaysWhatHappened() throws IOException {
        given(library.transcript(ID))
                .willReturn(List.of(
                        message("", new Happening(Happening.Type.TRANSFERRED, Map.of("to", "TEAM", "by", "Sofia"))),
                        message("", new Happening(Happening.Type.CAME_BACK, Map.of()))));
        var out = new StringWriter();

        exports.sheet(ID, out);

        assertThat(out.toString().lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(",0,\"TRANSFERRED by=Sofia, to=TEAM\""),
                        line -> assertThat(line).endsWith(",0,CAME_BACK"));
    }

    private static Message message(String text, @Nullable Happening happening) {
        return new Message(
                new MessageId("m"),
                1,
                Direction.IN,
                new Author(Author.Kind.CUSTOMER, "of-7", text),
                Via.MESSENGER,
                text,
                BEGUN,
                MessageStatus.RECEIVED,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                happening,
                List.of(),
                null,
                null);
    }
}
