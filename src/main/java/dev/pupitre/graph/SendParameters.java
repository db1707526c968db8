package dev.pupitre.graph;

import com.restfb.Parameter;
import com.restfb.types.send.AbstractButton;
import com.restfb.types.send.Bubble;
import com.restfb.types.send.ButtonTemplatePayload;
import com.restfb.types.send.CommentIdMessageRecipient;
import com.restfb.types.send.DefaultAction;
import com.restfb.types.send.GenericTemplatePayload;
import com.restfb.types.send.IdMessageRecipient;
import com.restfb.types.send.MediaAttachment;
import com.restfb.types.send.Message;
import com.restfb.types.send.MessageRecipient;
import com.restfb.types.send.MessagingType;
import com.restfb.types.send.PostbackButton;
import com.restfb.types.send.QuickReply;
import com.restfb.types.send.TemplateAttachment;
import com.restfb.types.send.WebButton;
import dev.pupitre.graph.OutboundMessage.Button;
import dev.pupitre.graph.OutboundMessage.Buttons;
import dev.pupitre.graph.OutboundMessage.Card;
import dev.pupitre.graph.OutboundMessage.Cards;
import dev.pupitre.graph.OutboundMessage.Commenter;
import dev.pupitre.graph.OutboundMessage.Content;
import dev.pupitre.graph.OutboundMessage.Customer;
import dev.pupitre.graph.OutboundMessage.File;
import dev.pupitre.graph.OutboundMessage.Link;
import dev.pupitre.graph.OutboundMessage.Postback;
import dev.pupitre.graph.OutboundMessage.Purpose;
import dev.pupitre.graph.OutboundMessage.Recipient;
import dev.pupitre.graph.OutboundMessage.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a message into the parameters of the Send API (Messenger Platform, Send API reference). */
final class SendParameters {
    private SendParameters() {}

    static Parameter[] of(OutboundMessage message) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(Parameter.with("recipient", recipient(message.recipient())));
        parameters.add(Parameter.with("messaging_type", type(message.purpose()).name()));
        if (message.purpose() == Purpose.HUMAN_AGENT) {
            parameters.add(Parameter.with("tag", Purpose.HUMAN_AGENT.name()));
        }
        var content = content(message.content());
        content.setMetadata(message.metadata());
        message.quickReplies()
                .forEach(choice -> content.addQuickReply(new QuickReply(choice.title(), choice.payload())));
        parameters.add(Parameter.with("message", content));
        if (message.replyTo() != null) {
            parameters.add(Parameter.with("reply_to", Map.of("mid", message.replyTo())));
        }
        if (message.persona() != null) {
            parameters.add(Parameter.with("persona_id", message.persona()));
        }
        return parameters.toArray(Parameter[]::new);
    }

    private static MessageRecipient recipient(Recipient recipient) {
        return switch (recipient) {
            case Customer customer -> new IdMessageRecipient(customer.id());
            case Commenter commenter -> new CommentIdMessageRecipient(commenter.comment());
        };
    }

    private static MessagingType type(Purpose purpose) {
        return switch (purpose) {
            case RESPONSE -> MessagingType.RESPONSE;
            case UPDATE -> MessagingType.UPDATE;
            case HUMAN_AGENT -> MessagingType.MESSAGE_TAG;
        };
    }

    private static Message content(Content content) {
        return switch (content) {
            case Text text -> new Message(text.text());
            case File file -> new Message(new MediaAttachment(file.type().restfb(), file.attachment()));
            case Buttons buttons -> new Message(new TemplateAttachment(buttonTemplate(buttons)));
            case Cards cards -> new Message(new TemplateAttachment(genericTemplate(cards.cards())));
        };
    }

    private static ButtonTemplatePayload buttonTemplate(Buttons buttons) {
        var template = new ButtonTemplatePayload(buttons.text());
        buttons.buttons().forEach(button -> template.addButton(button(button)));
        return template;
    }

    private static GenericTemplatePayload genericTemplate(List<Card> cards) {
        var template = new GenericTemplatePayload();
        cards.forEach(card -> template.addBubble(bubble(card)));
        return template;
    }

    private static Bubble bubble(Card card) {
        var bubble = new Bubble(card.title());
        bubble.setSubtitle(card.subtitle());
        bubble.setImageUrl(card.picture());
        if (card.link() != null) {
            bubble.setDefaultAction(new DefaultAction(card.link()));
        }
        card.buttons().forEach(button -> bubble.addButton(button(button)));
        return bubble;
    }

    private static AbstractButton button(Button button) {
        return switch (button) {
            case Link link -> new WebButton(link.title(), link.address());
            case Postback postback -> new PostbackButton(postback.title(), postback.payload());
        };
    }
}
