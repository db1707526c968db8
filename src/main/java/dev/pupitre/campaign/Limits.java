package dev.pupitre.campaign;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What may be said of a campaign without looking at anything else: ranges, lengths, languages, placeholders. */
final class Limits {
    private static final int DAY = 86_400;
    private static final int MOST = 300;
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_TAG = 40;
    private static final int MOST_TAGS = 20;

    /** The store takes documents of 16 MB; a letter takes up to three bytes. */
    private static final int LONGEST_TOGETHER = 2_000_000;

    private static final Pattern SHORTCUT = Pattern.compile("[a-z0-9_-]{1,32}");

    private Limits() {}

    static void check(Campaign campaign, Problems problems) {
        problems.name("name", campaign.name(), LONGEST_LABEL);
        problems.length("objective", campaign.objective(), 1000);
        problems.size("pages", campaign.pages(), MOST);
        problems.range("maximumPerAgent", campaign.maximumPerAgent(), 0, 100);
        labels("tags", campaign.tags(), problems);
        thresholds(campaign.thresholds(), problems);
        texts(campaign, problems);
        assistant(campaign.assistant(), problems);
        cannedResponses(campaign, problems);
        members(campaign.members(), problems);
        var together = campaign.cannedResponses().stream()
                        .mapToLong(one -> length(one.text()))
                        .sum()
                + campaign.assistant().entries().stream()
                        .mapToLong(one -> length(one.answer()))
                        .sum();
        if (together > LONGEST_TOGETHER) {
            problems.add("cannedResponses", "TOO_LONG", "must be shorter, together with the assistant's answers");
        }
    }

    private static long length(Localised text) {
        return text.texts().values().stream().mapToLong(String::length).sum();
    }

    private static void labels(String field, Collection<String> labels, Problems problems) {
        problems.size(field, labels, MOST_TAGS);
        labels.forEach(label -> problems.name(field, label, LONGEST_TAG));
    }

    private static void thresholds(Thresholds thresholds, Problems problems) {
        problems.range("thresholds.serviceLevel", thresholds.serviceLevel(), 0, DAY);
        problems.range("thresholds.serviceLevelTarget", thresholds.serviceLevelTarget(), 1, 100);
        problems.range("thresholds.dropout", thresholds.dropout(), 0, DAY);
        problems.range("thresholds.longWait", thresholds.longWait(), 0, DAY);
        problems.range("thresholds.offer", thresholds.offer(), 0, DAY);
        problems.range("thresholds.chatTime", thresholds.chatTime(), 0, DAY);
        problems.range("thresholds.idle", thresholds.idle(), 0, 7 * DAY);
    }

    private static void texts(Campaign campaign, Problems problems) {
        var waiting = campaign.waiting();
        problems.range("waiting.maximum", waiting.maximum(), 0, 10_000);
        problems.text("waiting.overflowText", waiting.overflowText());
        problems.text("waiting.longWaitText", waiting.longWaitText());
        var greeting = campaign.greeting();
        wanted("greeting.text", greeting.on(), greeting.text(), problems);
        problems.text("greeting.automatedNotice", greeting.automatedNotice());
        problems.text("afterHours.text", campaign.afterHours().text());
        problems.range("afterHours.quietHours", campaign.afterHours().quietHours(), 0, 168);
        var survey = campaign.survey();
        wanted("survey.question", survey.on(), survey.question(), problems);
        problems.text("survey.commentQuestion", survey.commentQuestion());
        problems.text("survey.thanks", survey.thanks());
        problems.range("survey.notAgainDays", survey.notAgainDays(), 0, 365);
    }

    private static void wanted(String field, boolean on, Localised text, Problems problems) {
        if (on) {
            problems.textWanted(field, text);
        } else {
            problems.text(field, text);
        }
    }

    private static void assistant(Assistant assistant, Problems problems) {
        problems.size("assistant.entries", assistant.entries(), MOST);
        problems.range("assistant.threshold", assistant.threshold(), 0, 1);
        problems.range("assistant.turns", assistant.turns(), 1, 50);
        problems.range("assistant.costLimit", assistant.costLimit().doubleValue(), 0, 100);
        IntStream.range(0, assistant.entries().size()).forEach(index -> {
            var entry = assistant.entries().get(index);
            var field = "assistant.entries[%d]".formatted(index);
            if (entry.questions().isEmpty()) {
                problems.add(field + ".questions", "BLANK", "must not be empty");
            }
            problems.size(field + ".questions", entry.questions(), MOST_TAGS);
            entry.questions().forEach(question -> problems.name(field + ".questions", question, MOST));
            problems.textWanted(field + ".answer", entry.answer());
        });
    }

    private static void cannedResponses(Campaign campaign, Problems problems) {
        var responses = campaign.cannedResponses();
        problems.size("cannedResponses", responses, MOST);
        problems.distinct(
                "cannedResponses", responses, one -> one.shortcut().strip().toLowerCase(Locale.ROOT));
        IntStream.range(0, responses.size()).forEach(index -> {
            var response = responses.get(index);
            var field = "cannedResponses[%d]".formatted(index);
            if (!SHORTCUT.matcher(response.shortcut()).matches()) {
                problems.add(field + ".shortcut", "SHORTCUT", "must be 1 to 32 of a-z, 0-9, '_' and '-'");
            }
            problems.name(field + ".title", response.title(), LONGEST_LABEL);
            problems.textWanted(field + ".text", response.text());
        });
    }

    private static void members(Members members, Problems problems) {
        problems.size("members.list", members.list(), 1000);
        problems.distinct("members.list", members.list(), Members.Member::user);
        IntStream.range(0, members.list().size()).forEach(index -> {
            var member = members.list().get(index);
            var field = "members.list[%d]".formatted(index);
            labels(field + ".expertise", member.expertise(), problems);
            if (member.capacity() != null) {
                problems.range(field + ".capacity", member.capacity(), 0, 100);
            }
        });
    }
}
