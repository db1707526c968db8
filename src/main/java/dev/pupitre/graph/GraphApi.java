package dev.pupitre.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.restfb.Parameter;
import com.restfb.json.JsonObject;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.kernel.PageId;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Meta's Graph API, or the sandbox in its place: only the address differs. */
@Component
public class GraphApi {
    private static final Logger log = LoggerFactory.getLogger(GraphApi.class);

    private static final int LONGEST_TEXT = 2000;
    private static final int PROFILES_KEPT = 10_000;
    private static final Duration KNOWN_NAME_LASTS = Duration.ofMinutes(10);
    private static final Duration UNKNOWN_NAME_LASTS = Duration.ofSeconds(30);

    private record Person(PageId page, String id) {}

    private final GraphClients clients;
    private final Cache<Person, Optional<Profile>> profiles = Caffeine.newBuilder()
            .maximumSize(PROFILES_KEPT)
            .expireAfter(Expiry.<Person, Optional<Profile>>creating(
                    (person, profile) -> profile.isPresent() ? KNOWN_NAME_LASTS : UNKNOWN_NAME_LASTS))
            .build();

    GraphApi(GraphClients clients) {
        this.clients = clients;
    }

    /**
     * Sends a message.
     *
     * @return Meta's id of the message ({@code mid})
     * @throws GraphFailure when it was not sent, or when nobody knows
     */
    public String send(PageAccess access, OutboundMessage message) {
        if (message.content() instanceof OutboundMessage.Text text
                && text.text().length() > LONGEST_TEXT) {
            throw new GraphFailure(Kind.REJECTED, GraphReason.TEXT_TOO_LONG, null);
        }
        return clients.call("send", access, client -> {
            var answer = client.publish(access.page() + "/messages", JsonObject.class, SendParameters.of(message));
            return GraphAnswers.id(answer, "message_id");
        });
    }

    /** The customer's name; empty when Meta does not tell, which happens for valid customers, too. */
    public Optional<Profile> profile(PageAccess access, String customer) {
        var person = new Person(access.page(), customer);
        var known = profiles.getIfPresent(person);
        if (known != null) {
            return known;
        }
        var profile = askForProfile(access, customer);
        profiles.put(person, profile);
        return profile;
    }

    /** The locale is an own permission, without which Meta may refuse the whole call. */
    private Optional<Profile> askForProfile(PageAccess access, String customer) {
        return askForProfile(access, customer, "first_name,last_name,name,profile_pic,locale")
                .or(() -> askForProfile(access, customer, "first_name,last_name,name,profile_pic"));
    }

    private Optional<Profile> askForProfile(PageAccess access, String customer, String fields) {
        try {
            return clients.call("profile", access, client -> {
                var answer = client.fetchObject(
                        UriUtils.encodePathSegment(customer, UTF_8), JsonObject.class, Parameter.withFields(fields));
                return name(answer)
                        .map(name -> new Profile(
                                name,
                                GraphAnswers.text(answer, "profile_pic").orElse(null),
                                GraphAnswers.text(answer, "locale").orElse(null)));
            });
        } catch (GraphFailure untold) {
            log.debug("The customer is shown without a name: {}", untold.getMessage(), untold);
            return Optional.empty();
        }
    }

    private static Optional<String> name(JsonObject answer) {
        var name = Stream.of("first_name", "last_name")
                .flatMap(part -> GraphAnswers.text(answer, part).stream())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? GraphAnswers.text(answer, "name") : Optional.of(name);
    }
}
