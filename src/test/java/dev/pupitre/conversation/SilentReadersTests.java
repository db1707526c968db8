package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.CAMPAIGN;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilentReadersTests {
    private static final Caller SOFIA = new Caller(new UserId("sofia"), "Sofia", Set.of(Role.SUPERVISOR));
    private static final Caller ADMIN = new Caller(new UserId("admin"), "Ada", Set.of(Role.ADMIN));

    private final ConversationRoom room = new ConversationRoom();
    private final Audit audit = mock();
    private final SilentReaders readers = new SilentReaders(audit, room.clock);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void areWrittenDownOnceForEachOpeningAndNotForEachLook() {
        var id = room.givenToAlice("7");

        reads(SOFIA, id);
        room.clock.advance(Duration.ofMinutes(9));
        reads(SOFIA, id);
        room.clock.advance(Duration.ofMinutes(9));
        reads(SOFIA, id);
        then(audit).should(times(1)).record(Act.CONVERSATION_READ, id.value());

        reads(ADMIN, id);
        then(audit).should(times(2)).record(Act.CONVERSATION_READ, id.value());

        room.clock.advance(SilentReaders.STAYS_OPEN.plusSeconds(1));
        reads(SOFIA, id);
        then(audit).should(times(3)).record(Act.CONVERSATION_READ, id.value());
    }

    @Test
    void areNoneOfTheirOwnConversationsNorOfWhatWaitsOrIsOver() {
        var id = room.givenToAlice("7");
        reads(ALICE, id);
        reads(new Caller(ALICE.id(), "Alice", Set.of(Role.AGENT, Role.SUPERVISOR)), id);

        room.customerWrites("8", "m8", "Hello");
        var waits = room.openWith("8", 1).conversationId();
        room.conversations.queue(waits, CAMPAIGN, 0, null, null);
        reads(SOFIA, waits);

        then(audit).should(never()).record(any(), any());
    }

    private void reads(Caller caller, ConversationId id) {
        readers.opens(caller, room.conversations.stored(id));
    }
}
