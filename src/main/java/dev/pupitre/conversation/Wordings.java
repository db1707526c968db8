package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Localised;
import dev.pupitre.campaign.Placeholder;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words texts for a customer: in the customer's language, with what {@link Placeholder}s stand for. */
@Component
public class Wordings {
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

    /** Whether it reads otherwise to who is known. */
    static boolean isPersonal(Localised text) {
        return text.texts().size() > 1 || text.texts().values().stream().anyMatch(words -> words.contains("{{"));
    }

    /** The same for a text in one language. */
    public String render(String text, Conversation conversation) {
        return text.contains("{{") ? Placeholder.fill(text, placeholder -> value(placeholder, conversation)) : text;
    }

    /** When the desk opens takes some looking for: only texts that say it ask. */
    private @Nullable String value(Placeholder placeholder, Conversation conversation) {
        return switch (placeholder) {
            case CUSTOMER_FIRST_NAME -> firstName(conversation.customer());
            case AGENT ->
                Optional.ofNullable(conversation.assignee()).map(Party::name).orElse(null);
            case NEXT_OPENING -> nextOpening(conversation);
        };
    }

    /** Until Meta has told the name, there is none to greet with. */
    private static @Nullable String firstName(Conversation.Customer customer) {
        return Optional.of(customer.name().strip())
                .filter(name -> !name.equals(Arrival.stranger(customer.id()).name()))
                .map(name -> name.split("\\s+", 2)[0])
                .orElse(null);
    }

    private @Nullable String nextOpening(Conversation conversation) {
        var campaign = campaigns.findOrCatchAll(conversation.campaign());
        return hours.nextOpening(campaign, clock.instant())
                .map(opening -> Placeholder.moment(
                        opening.atZone(campaign.zone()), conversation.customer().locale()))
                .orElse(null);
    }
}
