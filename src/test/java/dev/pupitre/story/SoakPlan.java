package dev.pupitre.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Events of every kind in a random order, the same for the same seed, and what has to be there after them. */
final class SoakPlan {
    final SoakExpected expected;
    final List<String> customers;
    private final SoakThreads threads;
    private final SoakWall wall;

    SoakPlan(long seed, String run, List<String> customers, UnaryOperator<String> pictures) {
        this.expected = new SoakExpected(seed, run);
        this.customers = customers;
        this.threads = new SoakThreads(expected, pictures);
        this.wall = new SoakWall(expected);
    }

    /** A first message of every customer, and the comments that others answer. */
    List<SoakTold> opening() {
        var told = new ArrayList<SoakTold>();
        customers.forEach(customer -> told.add(threads.text(customer, Map.of())));
        for (int top = 0; top < Math.max(5, customers.size() / 10); top++) {
            told.add(wall.top());
        }
        return told;
    }

    SoakTold next() {
        var random = expected.random;
        var squared = random.nextDouble() * random.nextDouble();
        var customer = customers.get((int) (squared * customers.size()));
        var kind = SoakKind.any(random);
        return switch (kind) {
            case TEXT -> threads.text(customer, Map.of());
            case QUICK_REPLY -> threads.text(customer, Map.of("quick_reply", Map.of("payload", "PICKED")));
            case ATTACHMENT -> threads.attachment(customer);
            case FILE -> threads.file(customer);
            case POSTBACK -> threads.postback(customer);
            case STANDBY -> threads.standby(customer);
            case ECHO -> threads.echo(customer);
            case REACTION, EDIT, UNSENT -> threads.hasUntouched() ? about(kind) : threads.text(customer, Map.of());
            case DELIVERY -> threads.receipt(customer, "delivery");
            case READ -> threads.receipt(customer, "read");
            case REFERRAL, OPT_IN, ACCOUNT, FEEDBACK -> aside(kind, customer);
            case CONTROL -> threads.control(customers.get((int) (squared * customers.size() / 2)));
            case COMMENT -> wall.comment();
            case REPLY -> wall.reply();
            case OF_THE_PAGE -> wall.ofThePage();
            case COMMENT_CHANGED -> wall.hasUntouched() ? wall.changed() : wall.comment();
            case MENTION -> wall.mention();
            case RATING -> wall.rating();
            case UNKNOWN -> threads.unknown(customer);
        };
    }

    private SoakTold about(SoakKind kind) {
        return switch (kind) {
            case REACTION -> threads.reaction();
            case EDIT -> threads.edit();
            default -> threads.unsent();
        };
    }

    private SoakTold aside(SoakKind kind, String customer) {
        return switch (kind) {
            case REFERRAL ->
                threads.line(
                        "REFERRED",
                        customer,
                        "referral",
                        Map.of("ref", "spring", "source", "SHORTLINK", "type", "OPEN_THREAD"));
            case OPT_IN -> threads.line("OPTED_IN", customer, "optin", Map.of("ref", "newsletter"));
            case ACCOUNT -> threads.line("ACCOUNT_LINKED", customer, "account_linking", Map.of("status", "linked"));
            default -> threads.line("FEEDBACK", customer, "response_feedback", Map.of("feedback", "Good response"));
        };
    }
}
