package dev.pupitre.webhook;

import dev.pupitre.conversation.InboundEvent.AccountLinked;
import dev.pupitre.conversation.InboundEvent.CustomerOptedIn;
import dev.pupitre.conversation.InboundEvent.CustomerReferred;
import dev.pupitre.conversation.InboundEvent.FeedbackGiven;
import dev.pupitre.conversation.InboundEvent.MessageReacted;
import dev.pupitre.conversation.InboundEvent.MessagesDelivered;
import dev.pupitre.conversation.InboundEvent.MessagesRead;
import dev.pupitre.webhook.Occasions.Cause;
import dev.pupitre.webhook.Reading.Ignored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Understands what a customer does without writing: receives, reads, reacts, comes by a link, agrees, judges. */
@Component
class SignReader {
    private static final int LONGEST_WORDS = 1000;
    private static final int LONGEST_SIGN = 40;
    private static final int MOST_MIDS = 1000;

    private final Occasions occasions;

    SignReader(Occasions occasions) {
        this.occasions = occasions;
    }

    Reading delivery(JsonNode item, JsonNode entry, JsonNode delivery) {
        var mids = new ArrayList<String>();
        for (var mid : LenientJson.elements(delivery.path("mids"))) {
            LenientJson.mid(mid).filter(known -> mids.size() < MOST_MIDS).ifPresent(mids::add);
        }
        var until = occasions.watermark(delivery);
        if (mids.isEmpty() && until.isEmpty()) {
            return Reading.malformed();
        }
        return occasions.read(
                item,
                entry,
                Cause.CUSTOMER,
                in -> new MessagesDelivered(
                        in.page(), in.customer(), in.at(), List.copyOf(mids), until.orElse(Instant.EPOCH)));
    }

    Reading seen(JsonNode item, JsonNode entry, JsonNode read) {
        return occasions
                .watermark(read)
                .map(until -> occasions.read(
                        item, entry, Cause.CUSTOMER, in -> new MessagesRead(in.page(), in.customer(), in.at(), until)))
                .orElseGet(Reading::malformed);
    }

    Reading reaction(JsonNode item, JsonNode entry, JsonNode reaction) {
        var mid = LenientJson.mid(reaction.path("mid"));
        var action = LenientJson.text(reaction.path("action")).orElse("");
        if (mid.isEmpty() || !(action.equals("react") || action.equals("unreact"))) {
            return Reading.malformed();
        }
        return occasions.read(
                item,
                entry,
                Cause.CUSTOMER,
                in -> new MessageReacted(
                        in.page(),
                        in.customer(),
                        in.at(),
                        mid.get(),
                        action.equals("react"),
                        LenientJson.text(reaction.path("reaction"), LONGEST_SIGN),
                        LenientJson.text(reaction.path("emoji"), LONGEST_SIGN)));
    }

    Reading referral(JsonNode item, JsonNode entry, JsonNode referral) {
        var read = Contents.referral(referral);
        return read == null
                ? Reading.malformed()
                : occasions.read(
                        item,
                        entry,
                        Cause.CUSTOMER,
                        in -> new CustomerReferred(in.page(), in.customer(), in.at(), read));
    }

    /** Where only a {@code user_ref} names the person, nobody can tell whose thread it is until they write. */
    Reading optIn(JsonNode item, JsonNode entry, JsonNode optIn) {
        if (LenientJson.text(item.path("sender").path("id")).isEmpty()) {
            return new Ignored(IgnoredKind.OPTIN);
        }
        var value = Stream.of("title", "ref", "payload")
                .flatMap(name -> LenientJson.text(optIn.path(name)).stream())
                .findFirst()
                .map(text -> LenientJson.cut(text, LONGEST_WORDS));
        return occasions.read(
                item,
                entry,
                Cause.CUSTOMER,
                in -> new CustomerOptedIn(
                        in.page(),
                        in.customer(),
                        in.at(),
                        LenientJson.text(optIn.path("type"), LONGEST_WORDS),
                        value.orElse(null)));
    }

    Reading accountLinking(JsonNode item, JsonNode entry, JsonNode linking) {
        var status = LenientJson.text(linking.path("status")).orElse("");
        if (!status.equals("linked") && !status.equals("unlinked")) {
            return Reading.malformed();
        }
        return occasions.read(
                item,
                entry,
                Cause.CUSTOMER,
                in -> new AccountLinked(in.page(), in.customer(), in.at(), status.equals("linked")));
    }

    /** A thumb under an answer, or the answers to a customer feedback template. */
    Reading feedback(JsonNode item, JsonNode entry, JsonNode feedback) {
        var mid = LenientJson.mid(feedback.path("mid"));
        var words = LenientJson.text(feedback.path("feedback")).or(() -> ofTemplate(feedback));
        return words.isEmpty()
                ? Reading.malformed()
                : occasions.read(
                        item,
                        entry,
                        Cause.CUSTOMER,
                        in -> new FeedbackGiven(
                                in.page(),
                                in.customer(),
                                in.at(),
                                mid.orElse(null),
                                LenientJson.cut(words.get(), LONGEST_WORDS)));
    }

    /** {@code feedback_screens[].questions{id: {payload, follow_up{payload}}}} (customer feedback template). */
    private static Optional<String> ofTemplate(JsonNode feedback) {
        var answers = new ArrayList<String>();
        for (var screen : LenientJson.elements(feedback.path("feedback_screens"))) {
            for (var question : screen.path("questions")) {
                LenientJson.text(question.path("payload")).ifPresent(answers::add);
                LenientJson.text(question.path("follow_up").path("payload")).ifPresent(answers::add);
            }
        }
        return answers.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", answers));
    }
}
