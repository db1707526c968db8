package dev.pupitre.rules;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Teams;
import dev.pupitre.engine.Condition;
import dev.pupitre.engine.Condition.NoneOf;
import dev.pupitre.engine.Condition.OneOf;
import dev.pupitre.engine.Condition.Part;
import dev.pupitre.engine.Condition.Span;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.UserId;
import dev.pupitre.page.Pages;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for what a table names and nobody knows: campaigns, teams, agents, Pages, and values that an output has not. */
@Component
class NamesCheck {
    private static final Set<String> TARGETS = Set.of("agent", "team", "ai", "members");

    /** Send API reference, {@code messaging_type}. */
    private static final Set<String> MESSAGING_TYPES = Set.of("RESPONSE", "UPDATE", "MESSAGE_TAG");

    /** All others were taken out of the Send API on 27 April 2026 (Send API reference, message tags). */
    private static final Set<String> TAGS = Set.of("HUMAN_AGENT");

    private static final Condition HUMAN = one("human");
    private static final List<Condition> AUTOMATIC = List.of(one("bot"), one("system"));

    private final Campaigns campaigns;
    private final Teams teams;
    private final People people;
    private final Pages pages;

    NamesCheck(Campaigns campaigns, Teams teams, People people, Pages pages) {
        this.campaigns = campaigns;
        this.teams = teams;
        this.people = people;
        this.pages = pages;
    }

    private static Condition one(String value) {
        return new OneOf(List.of(new Span(value, true, value, true)));
    }

    void run(TableCells table) {
        inputs(table, "page", Code.UNKNOWN_PAGE, this::isPage);
        inputs(table, "campaign", Code.UNKNOWN_CAMPAIGN, this::isCampaign);
        switch (table.file.table()) {
            case LISTENING -> outputs(table, "campaign", Code.UNKNOWN_CAMPAIGN, this::isCampaign);
            case ROUTING -> {
                outputs(table, "target", Code.UNKNOWN_VALUE, TARGETS::contains);
                outputs(
                        table,
                        "team",
                        Code.UNKNOWN_TEAM,
                        team -> teams.find(team).isPresent());
                outputs(table, "agent", Code.UNKNOWN_AGENT, this::isAgent);
                missing(table);
                idle(table);
            }
            case MESSAGING_POLICY -> {
                outputs(table, "type", Code.UNKNOWN_VALUE, MESSAGING_TYPES::contains);
                outputs(table, "tag", Code.UNKNOWN_VALUE, TAGS::contains);
                automaticTags(table);
            }
            case BUSINESS_HOURS -> schedules(table);
        }
    }

    /** A condition on what is not there never matches: that harms nobody, but is hardly meant. */
    private static void inputs(TableCells table, String input, Code code, Predicate<String> isKnown) {
        if (!table.hasInput(input)) {
            return;
        }
        var column = table.input(input);
        for (int row = 0; row < table.rows(); row++) {
            for (var part : parts(table, row, column)) {
                if (part instanceof Span span
                        && span.isOneValue()
                        && span.from() instanceof String name
                        && !isKnown.test(name)) {
                    table.input(Severity.WARNING, code, row, column, words(name), Map.of("value", name));
                }
            }
        }
    }

    private static List<Part> parts(TableCells table, int row, int column) {
        return switch (table.inputs.get(row).get(column).condition()) {
            case OneOf(var parts) -> parts;
            case NoneOf(var parts) -> parts;
            default -> List.of();
        };
    }

    private static void outputs(TableCells table, String output, Code code, Predicate<String> isKnown) {
        var column = table.output(output);
        for (int row = 0; row < table.rows(); row++) {
            if (table.says(row, output) instanceof String name && !name.isBlank() && !isKnown.test(name)) {
                table.output(Severity.ERROR, code, row, column, words(name), Map.of("value", name));
            }
        }
    }

    /** Whom a row sends to, it has to name. */
    private static void missing(TableCells table) {
        for (int row = 0; row < table.rows(); row++) {
            var target = table.says(row, "target");
            if (target instanceof String name
                    && (name.equals("team") || name.equals("agent"))
                    && !table.isWorkedOut(row, name)
                    && isNothing(table.says(row, name))) {
                table.output(
                        Severity.ERROR,
                        Code.MISSING_NAME,
                        row,
                        table.output(name),
                        "Expected the row to name the %s that it sends to, but it names none".formatted(name),
                        Map.of("target", name));
            }
        }
    }

    /** A row sends to nobody but whom its target means. */
    private static void idle(TableCells table) {
        for (int row = 0; row < table.rows(); row++) {
            var target = isNothing(table.says(row, "target")) ? "nothing" : table.says(row, "target");
            if (table.isWorkedOut(row, "target") || !(target instanceof String means)) {
                continue;
            }
            for (var output : List.of("team", "agent")) {
                if (!output.equals(means) && table.says(row, output) instanceof String name && !name.isBlank()) {
                    table.output(
                            Severity.WARNING,
                            Code.IDLE_NAME,
                            row,
                            table.output(output),
                            "Expected the target %s where the row names one, but it is %s".formatted(output, means),
                            Map.of("value", name));
                }
            }
        }
    }

    /** A desk whose hours nobody wrote down never opens. */
    private void schedules(TableCells table) {
        var column = table.input("schedule");
        for (var campaign : campaigns.all()) {
            var schedule = campaign.schedule();
            var asked = new OneOf(List.of(new Span(schedule, true, schedule, true)));
            var isThere = IntStream.range(0, table.rows())
                    .anyMatch(row -> parts(table, row, column).stream().anyMatch(asked.parts()::contains)
                            || (!Boolean.FALSE.equals(table.says(row, "open"))
                                    && table.conditions(row).get(column).covers(asked)));
            if (!isThere) {
                table.warning(
                        Code.NO_HOURS,
                        "Expected hours of the schedule %s, which the campaign %s asks for, but no row opens it"
                                .formatted(schedule, campaign.name()),
                        Map.of("schedule", schedule, "campaign", campaign.name()));
            }
        }
    }

    /** Such a row is not followed: what nobody has written is refused (Messenger Platform, Human Agent). */
    private static void automaticTags(TableCells table) {
        for (int row = 0; row < table.rows(); row++) {
            if (isForHumans(table, row)
                    && !Boolean.FALSE.equals(table.says(row, "allowed"))
                    && !isOfHumans(table, row)) {
                table.output(
                        Severity.WARNING,
                        Code.AUTOMATIC_TAG,
                        row,
                        table.output("tag"),
                        "Expected the row to be for the author \"human\" alone, as its tag is, but it takes others",
                        Map.of());
            }
        }
    }

    private static boolean isForHumans(TableCells table, int row) {
        return TAGS.contains(String.valueOf(table.says(row, "tag"))) || "MESSAGE_TAG".equals(table.says(row, "type"));
    }

    private static boolean isOfHumans(TableCells table, int row) {
        if (!table.hasInput("author")) {
            return false;
        }
        var author = table.inputs.get(row).get(table.input("author")).condition();
        return HUMAN.covers(author)
                || (author instanceof NoneOf && AUTOMATIC.stream().noneMatch(author::covers));
    }

    private static boolean isNothing(@Nullable Object said) {
        return said == null || (said instanceof String text && text.isBlank());
    }

    private static String words(String name) {
        return "Expected something that is there, but nobody knows " + name;
    }

    private boolean isCampaign(String name) {
        return isThere(() -> campaigns.findInUse(new CampaignId(name)).isPresent());
    }

    private boolean isPage(String name) {
        return isThere(() -> pages.find(new PageId(name)).isPresent());
    }

    private boolean isAgent(String name) {
        return isThere(
                () -> people.find(new UserId(name)).filter(NamesCheck::answers).isPresent());
    }

    private static boolean answers(People.Person person) {
        return person.answers() && !person.program();
    }

    /** What cannot be a name at all is the name of nothing. */
    private static boolean isThere(BooleanSupplier found) {
        try {
            return found.getAsBoolean();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
