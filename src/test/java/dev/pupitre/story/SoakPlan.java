package dev.pupitre.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events of every kind in a random order, the same for the same seed, and what has to be there after them. */
final class SoakPlan {
    static final String PAGE = "100000000000001";
    private static final String PAGE_INBOX = "263902037430900";
    private static final String OTHER_APP = "400000000000001";

    /** What is told in one call and in this order; an item goes into that array of its entry. */
    record Told(String array, List<Map<String, Object>> items) {}

    /** Kinds with how often they come, in a thousand. */
    private enum Kind {
        TEXT(380),
        QUICK_REPLY(50),
        ATTACHMENT(70),
        POSTBACK(50),
        STANDBY(10),
        ECHO(50),
        REACTION(60),
        EDIT(40),
        UNSENT(30),
        DELIVERY(60),
        READ(60),
        REFERRAL(20),
        OPT_IN(10),
        ACCOUNT(10),
        FEEDBACK(10),
        CONTROL(10),
        COMMENT(20),
        REPLY(40),
        OF_THE_PAGE(5),
        UNKNOWN(15);

        private final int share;

        Kind(int share) {
            this.share = share;
        }

        static Kind any(Random random) {
            var left = random.nextInt(
                    Arrays.stream(values()).mapToInt(kind -> kind.share).sum());
            for (var kind : values()) {
                left -= kind.share;
                if (left < 0) {
                    return kind;
                }
            }
            throw new IllegalStateException("Expected a kind");
        }
    }

    final Random random;
    final List<String> customers;
    final Map<String, List<String>> mids = new TreeMap<>();
    final Map<String, List<String>> comments = new TreeMap<>();
    final Map<String, String> edited = new HashMap<>();
    final Set<String> removed = new HashSet<>();
    final Set<String> reacted = new HashSet<>();
    final Map<String, Integer> lines = new TreeMap<>();
    private final Set<String> paused = new HashSet<>();
    private final List<String[]> untouched = new ArrayList<>();
    private final List<String> tops = new ArrayList<>();
    final String run;
    private long time = System.currentTimeMillis();
    private int numbered;
    int unknown;

    SoakPlan(long seed, String run, List<String> customers) {
        this.random = new Random(seed);
        this.run = run;
        this.customers = customers;
    }

    /** A first message of every customer, and the comments that others answer. */
    List<Told> opening() {
        var told = new ArrayList<Told>();
        customers.forEach(customer -> told.add(text(customer, Map.of())));
        for (int top = 0; top < Math.max(5, customers.size() / 10); top++) {
            told.add(comment(true));
        }
        return told;
    }

    Told next() {
        var squared = random.nextDouble() * random.nextDouble();
        var customer = customers.get((int) (squared * customers.size()));
        return switch (Kind.any(random)) {
            case TEXT -> text(customer, Map.of());
            case QUICK_REPLY -> text(customer, Map.of("quick_reply", Map.of("payload", "PICKED")));
            case ATTACHMENT -> attachment(customer);
            case POSTBACK ->
                messaging(item(customer, "postback", Map.of("mid", mid(customer), "title", "Go", "payload", "GO")));
            case STANDBY -> new Told("standby", text(customer, Map.of()).items());
            case ECHO -> echo(customer);
            case REACTION -> untouched.isEmpty() ? text(customer, Map.of()) : reaction();
            case EDIT -> untouched.isEmpty() ? text(customer, Map.of()) : edit();
            case UNSENT -> untouched.isEmpty() ? text(customer, Map.of()) : unsent();
            case DELIVERY -> messaging(item(customer, "delivery", Map.of("watermark", time)));
            case READ -> messaging(item(customer, "read", Map.of("watermark", time)));
            case REFERRAL ->
                line(
                        "REFERRED",
                        item(
                                customer,
                                "referral",
                                Map.of("ref", "spring", "source", "SHORTLINK", "type", "OPEN_THREAD")));
            case OPT_IN -> line("OPTED_IN", item(customer, "optin", Map.of("ref", "newsletter")));
            case ACCOUNT -> line("ACCOUNT_LINKED", item(customer, "account_linking", Map.of("status", "linked")));
            case FEEDBACK -> line("FEEDBACK", item(customer, "response_feedback", Map.of("feedback", "Good response")));
            case CONTROL -> control(customers.get((int) (squared * customers.size() / 2)));
            case COMMENT -> comment(false);
            case REPLY -> reply("7" + run + numbered, "Someone");
            case OF_THE_PAGE -> reply(PAGE, "The Page");
            case UNKNOWN -> unknown(customer);
        };
    }

    private Told text(String customer, Map<String, Object> more) {
        var mid = mid(customer);
        untouched.add(new String[] {customer, mid});
        var message = new HashMap<String, Object>(more);
        message.put("mid", mid);
        message.put("text", "This is number " + numbered);
        return messaging(item(customer, "message", message));
    }

    private Told attachment(String customer) {
        var payloads = List.<Map<String, Object>>of(
                Map.of("type", "location", "payload", Map.of("coordinates", Map.of("lat", 48.85, "long", 2.35))),
                Map.of("type", "fallback", "title", "A link", "url", "https://example.org/"),
                Map.of("type", "image"),
                Map.of("type", "sticker", "payload", Map.of("sticker_id", 369239263222822L)),
                Map.of("type", "template", "payload", Map.of("template_type", "generic")),
                Map.of("type", "something_new", "payload", Map.of("x", 1)));
        return messaging(item(
                customer,
                "message",
                Map.of("mid", mid(customer), "attachments", List.of(payloads.get(random.nextInt(payloads.size()))))));
    }

    private Told echo(String customer) {
        pausedBy(customer);
        var item = new HashMap<>(item(
                customer,
                "message",
                Map.of("mid", mid(customer), "text", "From the inbox", "is_echo", true, "app_id", PAGE_INBOX)));
        item.put("sender", Map.of("id", PAGE));
        item.put("recipient", Map.of("id", customer));
        return messaging(item);
    }

    /** Told once in a conversation. */
    private void pausedBy(String conversation) {
        if (paused.add(conversation)) {
            lines.merge("BOT_PAUSED", 1, Integer::sum);
        }
    }

    /** One sign on a message, which every third customer takes away again. */
    private Told reaction() {
        var about = take();
        var on = item(
                about[0], "reaction", Map.of("mid", about[1], "action", "react", "reaction", "love", "emoji", "❤"));
        if (numbered % 3 != 0) {
            reacted.add(about[1]);
            return messaging(on);
        }
        return messaging(on, item(about[0], "reaction", Map.of("mid", about[1], "action", "unreact")));
    }

    private Told edit() {
        var about = take();
        edited.put(about[1], "Second thoughts " + numbered);
        return messaging(
                item(about[0], "message_edit", Map.of("mid", about[1], "text", "First thoughts", "num_edit", 1)),
                item(
                        about[0],
                        "message_edit",
                        Map.of("mid", about[1], "text", "Second thoughts " + numbered, "num_edit", 2)));
    }

    private Told unsent() {
        var about = take();
        removed.add(about[1]);
        return messaging(item(about[0], "message", Map.of("mid", about[1], "is_deleted", true)));
    }

    /** A message that nothing else is about, so that the order of what is about it does not matter. */
    private String[] take() {
        return untouched.remove(random.nextInt(untouched.size()));
    }

    private Told line(String type, Map<String, Object> item) {
        lines.merge(type, 1, Integer::sum);
        return messaging(item);
    }

    /** Passed to another application and back again. */
    private Told control(String customer) {
        lines.merge("PASSED_ELSEWHERE", 1, Integer::sum);
        lines.merge("CAME_BACK", 1, Integer::sum);
        return messaging(
                item(customer, "pass_thread_control", Map.of("new_owner_app_id", OTHER_APP)),
                item(
                        customer,
                        "pass_thread_control",
                        Map.of("previous_owner_app_id", OTHER_APP, "new_owner_app_id", "sandbox-app")));
    }

    private Told unknown(String customer) {
        unknown++;
        return messaging(item(customer, "novelty", Map.of("run", run, "number", ++numbered)));
    }

    private Told comment(boolean first) {
        var top = PAGE + run + "_" + ++numbered;
        comments.put(top, new ArrayList<>(List.of(top)));
        if (first) {
            tops.add(top);
        }
        return change(top, null, "7" + run + numbered, "Somebody");
    }

    private Told reply(String author, String name) {
        var top = tops.get(random.nextInt(tops.size()));
        if (author.equals(PAGE)) {
            pausedBy(top);
        }
        var id = PAGE + run + "_" + ++numbered;
        comments.computeIfAbsent(top, _ -> new ArrayList<>()).add(id);
        return change(id, top, author, name);
    }

    private Told change(String id, @Nullable String parent, String author, String name) {
        var post = post();
        return new Told(
                "changes",
                List.of(Map.of(
                        "field",
                        "feed",
                        "value",
                        Map.of(
                                "item",
                                "comment",
                                "verb",
                                "add",
                                "comment_id",
                                id,
                                "parent_id",
                                parent == null ? post : parent,
                                "post_id",
                                post,
                                "from",
                                Map.of("id", author, "name", name),
                                "message",
                                "Comment " + numbered,
                                "created_time",
                                ++time / 1000))));
    }

    /** Under which all the comments stand. */
    String post() {
        return PAGE + "_" + run;
    }

    private String mid(String customer) {
        var mid = "m_soak-" + run + "-" + ++numbered;
        mids.computeIfAbsent(customer, _ -> new ArrayList<>()).add(mid);
        return mid;
    }

    private Map<String, Object> item(String customer, String member, Map<String, Object> content) {
        return Map.of(
                "sender",
                Map.of("id", customer),
                "recipient",
                Map.of("id", PAGE),
                "timestamp",
                ++time,
                member,
                content);
    }

    private static Told messaging(Map<String, Object> item) {
        return new Told("messaging", List.of(item));
    }

    private static Told messaging(Map<String, Object> item, Map<String, Object> next) {
        return new Told("messaging", List.of(item, next));
    }
}
