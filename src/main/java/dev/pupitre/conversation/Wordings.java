package dev.pupitre.conversation;

import static java.util.regex.Matcher.quoteReplacement;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Localised;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Words texts for a customer: in the customer's language, with the placeholders {@code {{customer.firstName}}},
 * {@code {{agent}}} and {@code {{nextOpening}}} filled; others stay as they are.
 */
@Component
public class Wordings {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\h*\\{\\{\\s*([\\w.]+)\\s*}}");

    private final Campaigns campaigns;
    private final OpeningHours hours;
    private final Clock clock;

    Wordings(Campaigns campaigns, OpeningHours hours, Clock clock) {
        this.campaigns = campaigns;
        this.hours = hours;
        this.clock = clock;
    }

    /** The text for the customer of this conversation, as things are now. */
    public String render(Localised text, Conversation conversation) {
        return render(text.in(conversation.customer().locale()), conversation);
    }

    /** Fills the placeholders; one without a value takes the space before it along. */
    public String render(String text, Conversation conversation) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> {
                    var value = value(found.group(1), conversation);
                    if (value == null) {
                        return quoteReplacement(found.group());
                    }
                    var space = found.group().substring(0, found.group().indexOf('{'));
                    return value.isEmpty() ? "" : quoteReplacement(space + value);
                })
                .strip();
    }

    private @Nullable String value(String placeholder, Conversation conversation) {
        return switch (placeholder) {
            case "customer.firstName" -> firstName(conversation.customer());
            case "agent" ->
                conversation.assignee() == null ? "" : conversation.assignee().name();
            case "nextOpening" -> nextOpening(conversation);
            default -> null;
        };
    }

    /** Until Meta has told the name, there is none to greet with. */
    private static String firstName(Conversation.Customer customer) {
        var unknown = Arrival.stranger(customer.id()).name().equals(customer.name());
        return unknown ? "" : customer.name().strip().split("\\s+", 2)[0];
    }

    private String nextOpening(Conversation conversation) {
        var id = conversation.campaign();
        return (id == null ? campaigns.find(Campaign.CATCH_ALL) : campaigns.find(id))
                .flatMap(campaign -> hours.nextOpening(campaign, clock.instant())
                        .map(opening -> told(opening, campaign, conversation.customer())))
                .orElse("");
    }

    private static String told(Instant opening, Campaign campaign, Conversation.Customer customer) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(localeOf(customer))
                .format(opening.atZone(campaign.zone()));
    }

    /** Meta tells locales such as {@code fr_FR}. */
    private static Locale localeOf(Conversation.Customer customer) {
        var locale = customer.locale();
        return locale == null ? Locale.getDefault() : Locale.forLanguageTag(locale.replace('_', '-'));
    }
}
