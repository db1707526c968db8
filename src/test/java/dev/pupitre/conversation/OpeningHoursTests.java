package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.engine.HoursTable;
import dev.pupitre.engine.PackagedTables;
import dev.pupitre.kernel.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTests {
    private final OpeningHours hours = new OpeningHours(HoursTable.RICH.decisionTables());

    @ParameterizedTest
    @CsvSource({
        // several ranges a day
        "shop, Europe/Paris, 2026-03-02T08:00+01:00, 2026-03-02T09:00+01:00",
        "shop, Europe/Paris, 2026-03-02T12:00+01:00, 2026-03-02T14:00+01:00",
        "shop, Europe/Paris, 2026-03-02T19:00+01:00, 2026-03-03T09:00+01:00",
        "shop, Europe/Paris, 2026-03-06T20:00+01:00, 2026-03-07T10:00+01:00",
        "shop, Europe/Paris, 2026-03-07T17:00+01:00, 2026-03-09T09:00+01:00",
        // while it is open, the one after
        "shop, Europe/Paris, 2026-03-02T10:00+01:00, 2026-03-02T14:00+01:00",
        "shop, Europe/Paris, 2026-03-02T15:00+01:00, 2026-03-03T09:00+01:00",
        // the zone is the schedule's
        "shop, America/New_York, 2026-03-02T08:00+01:00, 2026-03-02T09:00-05:00",
        "shop, Asia/Tokyo, 2026-03-02T08:00+01:00, 2026-03-03T09:00+09:00",
        // exceptions by date
        "shop, Europe/Paris, 2026-12-24T12:30+01:00, 2026-12-26T10:00+01:00",
        "holidays, Europe/Paris, 2026-07-14T12:00+02:00, 2026-09-01T00:00+02:00",
        // over midnight, and from midnight on
        "night, Europe/Paris, 2026-03-02T06:00+01:00, 2026-03-02T22:00+01:00",
        "night, Europe/Paris, 2026-03-02T23:00+01:00, 2026-03-03T22:00+01:00",
        "weekend, Europe/Paris, 2026-03-04T12:00+01:00, 2026-03-07T00:00+01:00",
        // a border that still belongs to the time before
        "after-nine, Europe/Paris, 2026-03-02T08:00+01:00, 2026-03-02T09:00:01+01:00",
        // the clocks go forward on 29 March at 2:00: 2:15 is not shown that day
        "shop, Europe/Paris, 2026-03-28T18:00+01:00, 2026-03-30T09:00+02:00",
        "night, Europe/Paris, 2026-03-28T20:00+01:00, 2026-03-28T22:00+01:00",
        "early, Europe/Paris, 2026-03-29T00:00+01:00, 2026-03-30T02:15+02:00",
        // back on 25 October at 3:00: 2:15 is shown twice that day
        "early, Europe/Paris, 2026-10-25T00:00+02:00, 2026-10-25T02:15+02:00",
        "early, Europe/Paris, 2026-10-25T02:50+02:00, 2026-10-25T02:15+01:00",
        "early, Europe/Paris, 2026-10-25T02:50+01:00, 2026-10-26T02:15+01:00",
        "shop, Europe/Paris, 2026-10-24T18:00+02:00, 2026-10-26T09:00+01:00",
        // a day that begins at 1:00, as the clocks go forward at midnight
        "weekend, Africa/Cairo, 2026-04-22T12:00+02:00, 2026-04-25T00:00+03:00",
        // never
        "never, Europe/Paris, 2026-03-02T08:00+01:00,",
        "always, Europe/Paris, 2026-03-02T08:00+01:00,",
    })
    void knowsTheNextOpening(String schedule, ZoneId zone, OffsetDateTime now, @Nullable OffsetDateTime opening) {
        assertThat(hours.nextOpening(campaign(schedule, zone), now.toInstant()))
                .isEqualTo(java.util.Optional.ofNullable(opening).map(OffsetDateTime::toInstant));
    }

    @ParameterizedTest
    @CsvSource({
        "shop, 2026-03-02T08:00:00Z, true",
        "shop, 2026-03-02T08:00:29Z, true",
        "shop, 2026-03-02T08:00:31Z, false",
        "shop, 2026-03-02T07:59:59Z, false",
        "shop, 2026-03-02T11:00:01Z, false",
        "always, 2026-03-02T08:00:00Z, false"
    })
    void knowsWhenItHasJustOpened(String schedule, Instant now, boolean opened) {
        var campaign = campaign(schedule, ZoneId.of("Europe/Paris"));

        assertThat(hours.hasOpenedWithin(campaign, Duration.ofSeconds(30), now)).isEqualTo(opened);
        assertThat(hours.hasOpenedWithin(campaign, Duration.ofSeconds(30), now)).isEqualTo(opened);
    }

    @Test
    void answersTheSameWhateverWasAskedBefore() {
        var shop = campaign("shop", ZoneId.of("Europe/Paris"));
        var monday = Instant.parse("2026-03-02T07:00:00Z");

        for (var asked : new String[] {"2026-03-02T10:00:00Z", "2026-02-27T20:00:00Z", "2026-03-02T12:30:00Z"}) {
            hours.nextOpening(shop, Instant.parse(asked));

            assertThat(hours.nextOpening(shop, monday)).contains(Instant.parse("2026-03-02T08:00:00Z"));
            assertThat(hours.isOpen(shop, monday)).isFalse();
        }
    }

    @Test
    void forgetsWhatItKnewWhenAnotherTableIsDeployed() {
        var tables = PackagedTables.decisionTables();
        var remembering = new OpeningHours(tables);
        var office = campaign("office", ZoneId.of("Europe/Paris"));
        var saturday = Instant.parse("2026-03-07T12:00:00Z");
        assertThat(remembering.nextOpening(office, saturday)).contains(Instant.parse("2026-03-09T08:00:00Z"));

        tables.use("business-hours", HoursTable.onSundays(), 2, 2);

        assertThat(remembering.nextOpening(office, saturday)).contains(Instant.parse("2026-03-08T08:30:00Z"));
        assertThat(remembering.isOpen(office, Instant.parse("2026-03-08T09:00:00Z")))
                .isTrue();
    }

    @Test
    void asksTheTableOnceAboutEachStretchHoweverManyAreAskedAbout() {
        var tables = spy(HoursTable.RICH.decisionTables());
        var remembering = new OpeningHours(tables);
        var shop = campaign("shop", ZoneId.of("Europe/Paris"));
        var night = Instant.parse("2026-03-02T03:00:00Z");
        var noon = Instant.parse("2026-03-02T11:30:00Z");
        remembering.nextOpening(shop, night);
        remembering.nextOpening(shop, noon);
        clearInvocations(tables);

        for (var minutes = 0; minutes < 30; minutes++) {
            assertThat(remembering.nextOpening(shop, night.plus(Duration.ofMinutes(minutes))))
                    .contains(Instant.parse("2026-03-02T08:00:00Z"));
            assertThat(remembering.nextOpening(shop, noon.plus(Duration.ofMinutes(minutes))))
                    .contains(Instant.parse("2026-03-02T13:00:00Z"));
        }

        then(tables).should(never()).explain(any(), any());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00+01:00, PT1H, 2026-03-02T11:00+01:00",
        "2026-03-02T11:30+01:00, PT1H, 2026-03-02T14:30+01:00",
        "2026-03-02T13:00+01:00, PT1H, 2026-03-02T15:00+01:00",
        "2026-03-07T16:59+01:00, PT2M, 2026-03-09T09:01+01:00",
        "2026-03-02T18:00+01:00, PT1H, 2026-03-02T19:00+01:00",
    })
    void countsOnlyTheTimeInWhichTheDeskIsOpen(OffsetDateTime start, Duration time, OffsetDateTime end) {
        assertThat(hours.after(campaign("shop", ZoneId.of("Europe/Paris")), start.toInstant(), time))
                .contains(end.toInstant());
    }

    @Test
    void knowsNoEndWhereTheDeskNeverOpens() {
        var never = campaign("never", ZoneId.of("Europe/Paris"));

        assertThat(hours.after(never, Instant.parse("2026-03-02T10:00:00Z"), Duration.ofMinutes(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?.hour >= 9 and ?.hour < 17|2026-03-02T20:00+01:00|2026-03-03T09:00+01:00",
                "?.hour >= 9 and ?.hour < 17|2026-03-03T08:59+01:00|2026-03-03T09:00+01:00",
                "?.hour >= 9 and ?.hour < 17|2026-03-03T10:00+01:00|2026-03-04T09:00+01:00",
                // the clocks go forward on 29 March at 2:00
                "?.hour = 2|2026-03-28T12:00+01:00|2026-03-30T02:00+02:00",
                "localTime > \"17:30\"|2026-03-02T12:00+01:00|2026-03-02T17:30:00+01:00",
                "localTime < \"24\" and ? >= time(\"09:20:00\")|2026-03-02T08:00+01:00|2026-03-02T09:20+01:00"
            })
    void findsOpeningsOfRowsThatNameNoTimes(String times, OffsetDateTime now, OffsetDateTime opening) {
        var table = new HoursTable().row("\"shop\"", "-", "-", times, true, "In hours of its own");
        var unread = new OpeningHours(table.decisionTables());

        assertThat(unread.nextOpening(campaign("shop", ZoneId.of("Europe/Paris")), now.toInstant()))
                .contains(opening.toInstant());
    }

    @Test
    void takesATimeThatNoClockShowsForOneThatNeverComes() {
        var table = new HoursTable()
                .row("\"shop\"", "-", "-", "[time(\"18:00:00\")..time(\"24:00:00\"))", true, "Until midnight");

        assertThat(new OpeningHours(table.decisionTables())
                        .nextOpening(
                                campaign("shop", ZoneId.of("Europe/Paris")), Instant.parse("2026-03-02T11:00:00Z")))
                .isEmpty();
    }

    @Test
    void asksForWhatCannotBeReadOffForSomeDaysOnly() {
        var tables = spy(new HoursTable()
                .row("-", "-", "-", "?.hour > 24", true, "Never")
                .decisionTables());
        var unread = new OpeningHours(tables);

        assertThat(unread.nextOpening(
                        campaign("shop", ZoneId.of("Europe/Paris")), Instant.parse("2026-03-02T11:00:00Z")))
                .isEmpty();

        then(tables).should(atMost(1_000)).explain(any(), any());
    }

    /** A later opening that is named is not the next one where an earlier one cannot be read off. */
    @Test
    void tellsNoOpeningBehindALongClosureWhereARowNamesNoTimes() {
        var table = new HoursTable()
                .row("\"shop\"", "[date(\"2026-12-19\")..date(\"2027-01-03\")]", "-", "-", false, "Closed")
                .row("\"shop\"", "-", "\"Saturday\"", "[time(\"18:30:00\")..time(\"20:00:00\"))", true, "Late")
                .row("\"shop\"", "-", "not(\"Saturday\")", "?.hour >= 9 and ?.hour < 18", true, "Open");
        var unread = new OpeningHours(table.decisionTables());
        var shop = campaign("shop", ZoneId.of("Europe/Paris"));

        assertThat(unread.nextOpening(shop, Instant.parse("2026-12-20T10:00:00Z")))
                .isEmpty();
        assertThat(unread.nextOpening(shop, Instant.parse("2026-12-30T10:00:00Z")))
                .contains(Instant.parse("2027-01-04T08:00:00Z"));
    }

    @Test
    void countsOnBehindALongClosureWhereARowNamesNoTimes() {
        var table = new HoursTable()
                .row("\"shop\"", "[date(\"2026-12-24\")..date(\"2027-01-03\")]", "-", "-", false, "Closed")
                .row("\"shop\"", "-", "-", "?.hour >= 9 and ?.hour < 17", true, "Open");
        var unread = new OpeningHours(table.decisionTables());
        var shop = campaign("shop", ZoneId.of("Europe/Paris"));
        var queued = Instant.parse("2026-12-23T15:55:00Z");

        assertThat(unread.after(shop, queued, Duration.ofMinutes(10))).contains(Instant.parse("2027-01-04T08:05:00Z"));
        assertThat(unread.openTime(shop, queued, Instant.parse("2027-01-04T09:00:00Z")))
                .isEqualTo(Duration.ofMinutes(65));
    }

    @Test
    void findsNoEndWhereNoRowOpensAndNoneNamesTimes() {
        var table = new HoursTable().row("-", "-", "-", "?.hour > 24", true, "Never");
        var shop = campaign("shop", ZoneId.of("Europe/Paris"));

        assertThat(new OpeningHours(table.decisionTables())
                        .after(shop, Instant.parse("2026-03-02T10:00:00Z"), Duration.ofMinutes(1)))
                .isEmpty();
    }

    @Test
    void asksForTimesThatAnAnswerIsWorkedOutFrom() {
        var named = new HoursTable().worksOut("\"shop\"", "time(localTime) >= time(\"09:20:00\")", "From then on");
        var unread = new HoursTable().worksOut("\"shop\"", "time(localTime).hour >= 9", "From nine");
        var shop = campaign("shop", ZoneId.of("Europe/Paris"));
        var night = Instant.parse("2026-03-02T03:00:00Z");

        assertThat(new OpeningHours(named.decisionTables()).nextOpening(shop, night))
                .contains(Instant.parse("2026-03-02T08:20:00Z"));
        assertThat(new OpeningHours(unread.decisionTables()).nextOpening(shop, night))
                .contains(Instant.parse("2026-03-02T08:00:00Z"));
    }

    private static Campaign campaign(String schedule, ZoneId zone) {
        return Campaign.usual(new CampaignId("sales"), "Sales", schedule, zone);
    }
}
