package dev.pupitre.sandbox;

import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Words what happens in a thread as items of {@code messaging}, as the Messenger Platform's webhook reference has them. */
@Profile("local")
@Component
class WebhookBodies {
    private final Behaviours behaviours;
    private final Clock clock;

    WebhookBodies(Behaviours behaviours, Clock clock) {
        this.behaviours = behaviours;
        this.clock = clock;
    }

    /** A message, or the press of a button. */
    ObjectNode said(Message message, String page) {
        var content = message.content();
        var time = message.at().toEpochMilli();
        return content.kind() == Content.Kind.POSTBACK
                ? fromCustomer(message.customerId(), page, time, item -> pressed(item.putObject("postback"), message))
                : fromCustomer(message.customerId(), page, time, item -> written(item.putObject("message"), message));
    }

    ObjectNode echo(Message message, String page) {
        return item(page, message.customerId(), message.at().toEpochMilli(), item -> {
            var echo = item.putObject("message");
            echo.put("is_echo", true);
            putIfThere(echo, "app_id", message.author().app());
            putIfThere(echo, "metadata", message.author().metadata());
            written(echo, message);
            var template = message.content().template();
            if (template != null) {
                var attachment = echo.putArray("attachments").addObject();
                putIfThere(attachment, "title", template.text());
                attachment.put("type", "template").set("payload", template.payload());
            }
        });
    }

    ObjectNode delivery(Message message, String page) {
        return fromCustomer(message.customerId(), page, clock.millis(), item -> {
            var delivery = item.putObject("delivery");
            delivery.putArray("mids").add(message.mid());
            delivery.put("watermark", message.at().toEpochMilli());
        });
    }

    /** One read event speaks for all messages up to the newest that was read. */
    ObjectNode read(Message newest, String page) {
        return fromCustomer(
                newest.customerId(),
                page,
                clock.millis(),
                item -> item.putObject("read").put("watermark", newest.at().toEpochMilli()));
    }

    ObjectNode edit(Message message, String page) {
        return fromCustomer(
                message.customerId(),
                page,
                clock.millis(),
                item -> item.putObject("message_edit")
                        .put("mid", message.mid())
                        .put("text", message.text())
                        .put("num_edit", message.edits()));
    }

    ObjectNode unsend(Message message, String page) {
        return fromCustomer(
                message.customerId(),
                page,
                clock.millis(),
                item -> item.putObject("message").put("mid", message.mid()).put("is_deleted", true));
    }

    /** Without an emoji the reaction was taken back. */
    ObjectNode reaction(Message message, String page, @Nullable String name, @Nullable String emoji) {
        return fromCustomer(message.customerId(), page, clock.millis(), item -> {
            var reaction = item.putObject("reaction");
            putIfThere(reaction, "reaction", name);
            putIfThere(reaction, "emoji", emoji);
            reaction.put("action", emoji == null ? "unreact" : "react").put("mid", message.mid());
        });
    }

    ObjectNode fromCustomer(String customer, String page, long time, Consumer<ObjectNode> content) {
        return item(customer, page, time, content);
    }

    private static ObjectNode item(String sender, String recipient, long time, Consumer<ObjectNode> content) {
        var item = JsonNodeFactory.instance.objectNode();
        item.putObject("sender").put("id", sender);
        item.putObject("recipient").put("id", recipient);
        item.put("timestamp", time);
        content.accept(item);
        return item;
    }

    private void written(ObjectNode node, Message message) {
        var content = message.content();
        node.put("mid", message.mid());
        if (!content.text().isEmpty()) {
            node.put("text", content.text());
        }
        if (!message.fromPage() && content.payload() != null) {
            node.putObject("quick_reply").put("payload", content.payload());
        }
        if (content.replyTo() != null) {
            node.putObject("reply_to").put("mid", content.replyTo());
        }
        if (content.referral() != null) {
            node.set("referral", content.referral().toWebhook());
        }
        if (!content.attachments().isEmpty()) {
            var attachments = node.putArray("attachments");
            var pictures = behaviours.current().stickersAsPictures();
            content.attachments().forEach(attached -> {
                attachments.add(attached.toWebhook(pictures));
                if (pictures && attached.stickerId() != null) {
                    node.put("sticker_id", attached.stickerId());
                }
            });
        }
    }

    private static void pressed(ObjectNode node, Message message) {
        node.put("mid", message.mid());
        node.put("title", message.content().text());
        node.put("payload", message.content().payload());
        if (message.content().referral() != null) {
            node.set("referral", message.content().referral().toWebhook());
        }
    }

    private static void putIfThere(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
