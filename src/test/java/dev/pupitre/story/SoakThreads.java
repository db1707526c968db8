package dev.pupitre.story;

import static dev.pupitre.story.SoakExpected.PAGE;
import static dev.pupitre.story.SoakTold.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What happens in customers' private threads. */
final class SoakThreads {
    private static final String PAGE_INBOX = "263902037430900";
    private static final String OTHER_APP = "400000000000001";

    private final SoakExpected expected;
    private final UnaryOperator<String> pictures;
    private final List<About> untouched = new ArrayList<>();

    /** A customer's message that nothing else is about, so that the order of what is about it does not matter. */
    private record About(String customer, String mid) {}

    /** {@code pictures} tells where a customer's picture lies. */
    SoakThreads(SoakExpected expected, UnaryOperator<String> pictures) {
        this.expected = expected;
        this.pictures = pictures;
    }

    SoakTold text(String customer, Map<String, Object> more) {
        var mid = mid(customer);
        untouched.add(new About(customer, mid));
        var message = new HashMap<String, Object>(more);
        message.put("mid", mid);
        message.put("text", "This is number " + expected.number());
        return messaging(item(customer, "message", message));
    }

    /** Of the kinds that hold no file, or do not say where it lies. */
    SoakTold attachment(String customer) {
        var payloads = List.<Map<String, Object>>of(
                Map.of("type", "location", "payload", Map.of("coordinates", Map.of("lat", 48.85, "long", 2.35))),
                Map.of("type", "fallback", "title", "A link", "url", "https://example.org/"),
                Map.of("type", "image"),
                Map.of("type", "sticker", "payload", Map.of("sticker_id", 369239263222822L)),
                Map.of("type", "template", "payload", Map.of("template_type", "generic")),
                Map.of("type", "something_new", "payload", Map.of("x", 1)));
        var payload = payloads.get(expected.random.nextInt(payloads.size()));
        return messaging(item(customer, "message", Map.of("mid", mid(customer), "attachments", List.of(payload))));
    }

    SoakTold file(String customer) {
        var mid = mid(customer);
        expected.files.add(mid);
        var image = Map.of("type", "image", "payload", Map.of("url", pictures.apply(customer)));
        return messaging(item(customer, "message", Map.of("mid", mid, "attachments", List.of(image))));
    }

    SoakTold postback(String customer) {
        return messaging(item(customer, "postback", Map.of("mid", mid(customer), "title", "Go", "payload", "GO")));
    }

    SoakTold standby(String customer) {
        return new SoakTold("standby", text(customer, Map.of()).items());
    }

    SoakTold echo(String customer) {
        expected.pausedBy(customer);
        var item = new HashMap<>(item(
                customer,
                "message",
                Map.of("mid", mid(customer), "text", "From the inbox", "is_echo", true, "app_id", PAGE_INBOX)));
        item.put("sender", Map.of("id", PAGE));
        item.put("recipient", Map.of("id", customer));
        return messaging(item);
    }

    /** One sign on a message, which every third customer takes away again. */
    SoakTold reaction() {
        var about = take();
        var on = item(
                about.customer(),
                "reaction",
                Map.of("mid", about.mid(), "action", "react", "reaction", "love", "emoji", "❤"));
        if (expected.number() % 3 != 0) {
            expected.reacted.add(about.mid());
            return messaging(on);
        }
        return messaging(on, item(about.customer(), "reaction", Map.of("mid", about.mid(), "action", "unreact")));
    }

    SoakTold edit() {
        var about = take();
        var last = "Second thoughts " + expected.number();
        expected.edited.put(about.mid(), last);
        return messaging(edit(about, "First thoughts", 1), edit(about, last, 2));
    }

    private Map<String, Object> edit(About about, String text, int number) {
        return item(about.customer(), "message_edit", Map.of("mid", about.mid(), "text", text, "num_edit", number));
    }

    SoakTold unsent() {
        var about = take();
        expected.removed.add(about.mid());
        return messaging(item(about.customer(), "message", Map.of("mid", about.mid(), "is_deleted", true)));
    }

    boolean hasUntouched() {
        return !untouched.isEmpty();
    }

    private About take() {
        return untouched.remove(expected.random.nextInt(untouched.size()));
    }

    SoakTold receipt(String customer, String kind) {
        return messaging(item(customer, kind, Map.of("watermark", expected.now())));
    }

    SoakTold line(String type, String customer, String member, Map<String, Object> content) {
        expected.line(type);
        return messaging(item(customer, member, content));
    }

    /** Passed to another application and back again. */
    SoakTold control(String customer) {
        expected.line("PASSED_ELSEWHERE");
        expected.line("CAME_BACK");
        return messaging(
                item(customer, "pass_thread_control", Map.of("new_owner_app_id", OTHER_APP)),
                item(
                        customer,
                        "pass_thread_control",
                        Map.of("previous_owner_app_id", OTHER_APP, "new_owner_app_id", "sandbox-app")));
    }

    SoakTold unknown(String customer) {
        expected.unknown++;
        return messaging(item(customer, "novelty", Map.of("run", expected.run, "number", expected.nextNumber())));
    }

    private String mid(String customer) {
        var mid = "m_soak-" + expected.run + "-" + expected.nextNumber();
        expected.mids.computeIfAbsent(customer, _ -> new ArrayList<>()).add(mid);
        return mid;
    }

    private Map<String, Object> item(String customer, String member, Map<String, Object> content) {
        return Map.of(
                "sender",
                Map.of("id", customer),
                "recipient",
                Map.of("id", PAGE),
                "timestamp",
                expected.nextTime(),
                member,
                content);
    }
}
