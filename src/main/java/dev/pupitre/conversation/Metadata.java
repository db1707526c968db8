package dev.pupitre.conversation;

import dev.pupitre.conversation.OutboxLane.Item;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.util.Optional;

/**
 * What goes with a message to Meta and comes back in its echo (Send API reference, {@code metadata}): which message it
 * is, and of which conversation, as the echo may come in another thread and long after.
 */
final class Metadata {
    private static final char BETWEEN = '@';

    private Metadata() {}

    static String of(Item item) {
        return item.message().value() + BETWEEN + item.conversation();
    }

    /** Empty when it is not ours, or of a version that named the message alone. */
    static Optional<Item> read(String metadata) {
        var end = metadata.indexOf(BETWEEN);
        return end <= 0 || end == metadata.length() - 1
                ? Optional.empty()
                : Optional.of(new Item(
                        new MessageId(metadata.substring(0, end)), new ConversationId(metadata.substring(end + 1))));
    }
}
