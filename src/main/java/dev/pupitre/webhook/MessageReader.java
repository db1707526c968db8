package dev.pupitre.webhook;

import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.InboundEvent.MessageEdited;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.MessageUnsent;
import dev.pupitre.conversation.InboundEvent.PostbackReceived;
import dev.pupitre.page.MetaApp;
import dev.pupitre.webhook.Occasions.Cause;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Understands messages, echoes, buttons, and what is changed or taken back. */
@Component
class MessageReader {
    private static final int LONGEST_PAYLOAD = 1000;
    private static final int MOST_EDITS = 1000;
    private static final Predicate<String> OUR_MESSAGE =
            Pattern.compile("[\\x21-\\x7e]{1,128}").asMatchPredicate();

    private final Occasions occasions;
    private final MetaApp app;

    MessageReader(Occasions occasions, MetaApp app) {
        this.occasions = occasions;
        this.app = app;
    }

    /** @param standby another application answers the thread */
    Reading message(JsonNode item, JsonNode entry, JsonNode message, boolean standby) {
        var echo = message.path("is_echo").asBoolean(false);
        if (message.path("is_deleted").asBoolean(false)) {
            return unsent(item, entry, message, echo);
        }
        return echo ? echo(item, entry, message) : received(item, entry, message, standby);
    }

    private Reading received(JsonNode item, JsonNode entry, JsonNode message, boolean standby) {
        var content = Contents.of(message);
        return occasions.read(
                item,
                entry,
                Cause.CUSTOMER,
                in -> new MessageReceived(
                        in.page(),
                        in.customer(),
                        in.at(),
                        LenientJson.mid(message.path("mid")).orElseGet(() -> in.madeUpMid("message", message)),
                        text(message),
                        content,
                        standby));
    }

    private Reading echo(JsonNode item, JsonNode entry, JsonNode message) {
        var metadata = LenientJson.text(message.path("metadata")).filter(OUR_MESSAGE);
        var byOurApp = LenientJson.text(message.path("app_id")).filter(app.id()::equals);
        var content = Contents.of(message);
        return occasions.read(
                item,
                entry,
                Cause.PAGE,
                in -> new MessageEchoed(
                        in.page(),
                        in.customer(),
                        in.at(),
                        LenientJson.mid(message.path("mid")).orElseGet(() -> in.madeUpMid("echo", message)),
                        text(message),
                        content,
                        metadata.orElse(null),
                        byOurApp.isPresent()));
    }

    private Reading unsent(JsonNode item, JsonNode entry, JsonNode message, boolean echo) {
        return LenientJson.mid(message.path("mid"))
                .map(mid -> occasions.read(
                        item,
                        entry,
                        echo ? Cause.PAGE : Cause.CUSTOMER,
                        in -> new MessageUnsent(in.page(), in.customer(), in.at(), mid)))
                .orElseGet(Reading::malformed);
    }

    Reading edit(JsonNode item, JsonNode entry, JsonNode edit) {
        var edits = LenientJson.text(edit.path("num_edit"))
                .filter(number -> number.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .filter(number -> number < MOST_EDITS)
                .orElse(MessageEdited.UNCOUNTED);
        return LenientJson.mid(edit.path("mid"))
                .map(mid -> occasions.read(
                        item,
                        entry,
                        Cause.CUSTOMER,
                        in -> new MessageEdited(in.page(), in.customer(), in.at(), mid, text(edit), edits)))
                .orElseGet(Reading::malformed);
    }

    Reading postback(JsonNode item, JsonNode entry, JsonNode postback, boolean standby) {
        var mid = LenientJson.mid(postback.path("mid"));
        var payload = LenientJson.text(postback.path("payload"), LONGEST_PAYLOAD);
        var title = LenientJson.text(postback.path("title"))
                .map(text -> LenientJson.cut(text, Contents.LONGEST_TEXT))
                .orElse(payload == null ? "" : payload);
        var referral = Contents.referral(postback.path("referral"));
        return occasions.read(
                item,
                entry,
                Cause.CUSTOMER,
                in -> new PostbackReceived(
                        in.page(), in.customer(), in.at(), mid.orElse(null), title, payload, referral, standby));
    }

    private static String text(JsonNode message) {
        return LenientJson.text(message.path("text"))
                .map(text -> LenientJson.cut(text, Contents.LONGEST_TEXT))
                .orElse("");
    }
}
