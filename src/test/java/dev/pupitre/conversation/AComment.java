package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;

import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import java.util.List;

/** A conversation under a comment of Ada's. */
final class AComment {
    static final String ID = "1_2";
    static final String THREAD = "c:" + PAGE + ":" + ID;

    private AComment() {}

    static ConversationId givenToAlice(ConversationRoom room) {
        var id = opened(room, "Ouvert ?");
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null, null);
        room.conversations.assign(id, ALICE.id(), ALICE.displayName());
        return id;
    }

    static ConversationId opened(ConversationRoom room, String text) {
        return opened(room, ID, text);
    }

    /** Under another of her comments. */
    static ConversationId opened(ConversationRoom room, String comment, String text) {
        return opened(room, comment, new Party("42", "Ada"), text);
    }

    static ConversationId opened(ConversationRoom room, String comment, Party customer, String text) {
        var ids = new Ids();
        var now = room.clock.instant();
        var extras = Extras.commented(List.of(), null, List.of());
        var first = StoredMessage.received(ids.newMessage(), comment, Author.customer(customer), text, now, extras);
        var id = ids.newConversation();
        room.live.open(StoredConversation.opened(
                "c:" + PAGE + ":" + comment,
                id,
                new Party(PAGE.value(), "Café"),
                customer,
                null,
                new Origin(Channel.COMMENT, null, null, null),
                Window.CLOSED,
                List.of(first),
                List.of(new Due(Due.Kind.START, id.value(), now)),
                now));
        return id;
    }

    static Reply privately(String text) {
        return new Reply(text, null, false, null, null, null, null, Via.PRIVATE_REPLY);
    }
}
