package dev.pupitre.conversation;

import dev.pupitre.conversation.Dispatch.Ready;
import dev.pupitre.conversation.OutboxLane.Item;
import dev.pupitre.graph.FileType;
import dev.pupitre.graph.OutboundMessage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a stored message into the words of the Send API. */
final class OutboundMessages {
    private OutboundMessages() {}

    /** {@code attachment} is Meta's number of its file, if it has one. */
    static OutboundMessage of(Ready ready, @Nullable String attachment) {
        var message = ready.message();
        var sending = message.sending();
        var comment = sending.comment();
        return new OutboundMessage(
                sending.via() == Via.PRIVATE_REPLY && comment != null
                        ? new OutboundMessage.Commenter(comment)
                        : new OutboundMessage.Customer(
                                ready.conversation().customer().id()),
                ready.purpose(),
                content(ready, attachment),
                sending.quickReplies().stream()
                        .map(choice -> new OutboundMessage.QuickReply(
                                choice.title(), Objects.requireNonNullElse(choice.payload(), choice.title())))
                        .toList(),
                sending.replyTo(),
                ready.persona(),
                Metadata.of(new Item(message.id(), ready.conversation().conversationId())));
    }

    private static OutboundMessage.Content content(Ready ready, @Nullable String attachment) {
        var file = ready.file();
        var template = ready.message().sending().template();
        if (file != null && attachment != null) {
            return new OutboundMessage.File(typeOf(file), attachment);
        }
        if (template != null && !template.cards().isEmpty()) {
            return new OutboundMessage.Cards(
                    template.cards().stream().map(OutboundMessages::card).toList());
        }
        return template == null
                ? new OutboundMessage.Text(ready.message().text())
                : new OutboundMessage.Buttons(ready.message().text(), buttons(template.buttons()));
    }

    static FileType typeOf(StoredAttachment file) {
        return switch (file.type()) {
            case IMAGE -> FileType.IMAGE;
            case AUDIO -> FileType.AUDIO;
            case VIDEO -> FileType.VIDEO;
            default -> FileType.FILE;
        };
    }

    private static OutboundMessage.Card card(Template.Card card) {
        return new OutboundMessage.Card(
                card.title(), card.subtitle(), card.picture(), card.link(), buttons(card.buttons()));
    }

    private static List<OutboundMessage.Button> buttons(List<Template.Button> buttons) {
        return buttons.stream()
                .<OutboundMessage.Button>map(button -> switch (button.kind()) {
                    case LINK -> new OutboundMessage.Link(button.title(), button.value());
                    case POSTBACK -> new OutboundMessage.Postback(button.title(), button.value());
                })
                .toList();
    }
}
