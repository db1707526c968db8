package dev.pupitre.story;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a customer who writes while the desk is closed: in a zone in which the office has closed for today. */
class ClosedDeskIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Map<String, String> TEXT = Map.of(
            "default", "Closed.",
            "fr", "Nous revenons {{nextOpening}}.",
            "en", "We are back on {{nextOpening}}.",
            "de", "Wir sind ab {{nextOpening}} da.",
            "es", "Volvemos el {{nextOpening}}.");

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final HttpSession sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;
    private final DeskAgent bruno = DeskAgent.loggedIn(pupitre.base, "bruno");
    private final CatchAll catchAll = new CatchAll(sofia);
    private final ZoneId zone = EveningDesk.zone();

    @BeforeEach
    void somebodyIsThere() {
        bruno.is("ONLINE");
    }

    @AfterEach
    void openAgainAndLeaveNobodyWaiting() {
        catchAll.restore();
        bruno.mine()
                .forEach(conversation -> bruno.resolves(conversation.get("id").asString()));
        await().atMost(PATIENCE).until(() -> bruno.mine().isEmpty());
        bruno.is("OFFLINE");
    }

    @Test
    void tellsTheNextOpeningOnceAndWaitsUntilSomebodyHandsTheConversationOn() {
        var customer = known("Noor Night");
        close("WAIT");

        customer.writes("Are you there?");
        var id = waitingForTheOpening(customer);
        var away = awayText(id);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.received()).containsExactly(away));
        customer.writes("Hello?");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bruno.texts(id)).contains("Hello?"));
        assertThat(bruno.conversation(id).get("state").asString()).isEqualTo("NEW");
        assertThat(Instant.parse(bruno.conversation(id).get("opensAt").asString()))
                .isEqualTo(opening().toInstant());

        assertThat(sofia.post("/api/v1/conversations/" + id + "/transfer", Map.of("to", Map.of("agent", bruno.name))))
                .returns(202, Answer::status);
        assertThat(bruno.isGiven(customer)).isEqualTo(id);
        assertThat(bruno.conversation(id).get("opensAt").isNull()).isTrue();
        assertThat(bruno.replies(id, "I am, by chance.")).returns(202, Answer::status);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.received()).containsExactly(away, "I am, by chance."));
        bruno.resolves(id);
    }

    @Test
    void closesWhereTheCampaignSaysSoAndIsSilentInTheQuietHours() {
        var customer = known("Quentin Quiet");
        close("CLOSE");

        customer.writes("Good evening");
        var first = over(customer, 2);
        assertThat(ofTheDesk(first)).containsExactly(awayText(first));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.received()).containsExactly(awayText(first)));
        customer.writes("Nobody there?");
        var second = over(customer, 3);

        assertThat(second).isNotEqualTo(first);
        assertThat(bruno.texts(second)).contains("Nobody there?");
        assertThat(ofTheDesk(second)).isEmpty();
        assertThat(customer.received()).containsExactly(awayText(first));
    }

    /** Somebody who has been served before, so that their language is known when they write again. */
    private Customer known(String name) {
        var customer = Customer.named(pupitre.base, name);
        customer.writes("Hello");
        var id = bruno.isGiven(customer);
        await().atMost(PATIENCE)
                .until(() -> !bruno.conversation(id).at("/customer/locale").isNull());
        assertThat(bruno.resolves(id)).returns(202, Answer::status);
        over(customer, 1);
        return customer;
    }

    private String waitingForTheOpening(Customer customer) {
        return await().atMost(PATIENCE)
                .until(
                        () -> bruno.list("state=NEW&size=200").stream()
                                .filter(open ->
                                        open.at("/customer/id").asString().equals(customer.id))
                                .filter(open -> !open.get("opensAt").isNull())
                                .map(open -> open.get("id").asString())
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    /** The newest of the customer's conversations, when there are so many and all are over. */
    private String over(Customer customer, int conversations) {
        return await().atMost(PATIENCE)
                .until(
                        () -> bruno.historyOf(customer).stream()
                                .filter(known -> known.get("state").asString().equals("CLOSED"))
                                .map(known -> known.get("id").asString())
                                .toList(),
                        closed -> closed.size() == conversations)
                .getLast();
    }

    private List<String> ofTheDesk(String id) {
        return bruno.messages(id).stream()
                .filter(message -> message.get("direction").asString().equals("OUT"))
                .map(message -> message.get("text").asString())
                .toList();
    }

    private String awayText(String id) {
        var locale = Locale.forLanguageTag(
                bruno.conversation(id).at("/customer/locale").asString().replace('_', '-'));
        var moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale);
        return requireNonNull(TEXT.get(locale.getLanguage())).replace("{{nextOpening}}", moment.format(opening()));
    }

    private void close(String then) {
        catchAll.change(EveningDesk.closed(TEXT, then));
    }

    /** The office of the packaged table opens at nine, from Monday to Friday. */
    private ZonedDateTime opening() {
        var today = ZonedDateTime.now(zone).toLocalDate();
        return today.datesUntil(today.plusWeeks(1))
                .skip(1)
                .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
                .findFirst()
                .orElseThrow()
                .atTime(LocalTime.of(9, 0))
                .atZone(zone);
    }
}
