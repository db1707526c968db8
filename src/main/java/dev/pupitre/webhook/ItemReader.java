package dev.pupitre.webhook;

import dev.pupitre.webhook.Reading.Ignored;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Understands one item of a Page's messaging webhooks: the member it has beside sender, recipient and time says what it is. */
@Component
class ItemReader {
    /** Reads an item by the member that makes it what it is. */
    @FunctionalInterface
    private interface Kind {
        Reading read(JsonNode item, JsonNode entry, JsonNode member);
    }

    private final MessageReader messages;
    private final Occasions occasions;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    ItemReader(MessageReader messages, SignReader signs, ControlReader controls, Occasions occasions) {
        this.messages = messages;
        this.occasions = occasions;
        kinds.put("message", (item, entry, member) -> messages.message(item, entry, member, false));
        kinds.put("postback", (item, entry, member) -> messages.postback(item, entry, member, false));
        kinds.put("message_edit", messages::edit);
        kinds.put("delivery", signs::delivery);
        kinds.put("read", signs::seen);
        kinds.put("reaction", signs::reaction);
        kinds.put("referral", signs::referral);
        kinds.put("optin", signs::optIn);
        kinds.put("account_linking", signs::accountLinking);
        kinds.put("response_feedback", signs::feedback);
        kinds.put("messaging_feedback", signs::feedback);
        kinds.put("pass_thread_control", controls::passed);
        kinds.put("take_thread_control", controls::taken);
        kinds.put("request_thread_control", controls::requested);
        kinds.put("policy_enforcement", controls::policy);
        kinds.put("policy-enforcement", controls::policy);
    }

    Reading read(JsonNode item, JsonNode entry) {
        if (!item.isObject()) {
            return Reading.malformed();
        }
        for (var kind : kinds.entrySet()) {
            var member = item.path(kind.getKey());
            if (member.isObject()) {
                return kind.getValue().read(item, entry, member);
            }
        }
        return kinds.keySet().stream().anyMatch(item::has)
                ? Reading.malformed()
                : IgnoredKind.of(item).<Reading>map(Ignored::new).orElseGet(() -> unknown(item, entry));
    }

    /** Another application answers in this thread. */
    Reading readStandby(JsonNode item, JsonNode entry) {
        if (item.path("message").isObject()) {
            return messages.message(item, entry, item.path("message"), true);
        }
        return item.path("postback").isObject()
                ? messages.postback(item, entry, item.path("postback"), true)
                : read(item, entry);
    }

    private Reading unknown(JsonNode item, JsonNode entry) {
        var kind = item.propertyNames().stream()
                .filter(name -> !name.equals("sender") && !name.equals("recipient") && !name.equals("timestamp"))
                .findFirst();
        return kind.map(name -> occasions.unknown(name, item, entry)).orElseGet(Reading::malformed);
    }
}
