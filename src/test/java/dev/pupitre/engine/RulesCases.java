package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What analysts may put into the tables {@code listening} and {@code routing}, row by row, whoever evaluates them. */
abstract class RulesCases {
    /** By all that a row can tell apart; what they look like is what the documentation offers. */
    static final EditedTable LISTENING = new EditedTable("listening")
            .row("Another Page", Map.of("page", "\"2\""), "true", "\"second-page\"")
            .row(
                    "The competition's comments",
                    Map.of("kind", "\"comment\"", "post", "\"1_77\""),
                    "true",
                    "\"competition\"")
            .row(
                    "No comments at weekends",
                    Map.of("kind", "\"comment\"", "weekday", "\"Saturday\",\"Sunday\""),
                    "false",
                    "null")
            .row(
                    "Organic food, but not biology",
                    Map.of("text", "contains(?, \"bio\") and not(contains(?, \"biolog\"))"),
                    "true",
                    "\"organic\"")
            .row("Orders: commande*", Map.of("text", "starts with(?, \"commande\")"), "true", "\"orders\"")
            .row("Numbers of parcels: *cp*fr", Map.of("text", "matches(?, \".*cp[0-9]+fr$\")"), "true", "\"parcels\"")
            .row(
                    "The spring's ad",
                    Map.of("referralSource", "\"ADS\"", "ad", "\"6045\",\"6046\""),
                    "true",
                    "\"spring\"")
            .row("Links of the shops", Map.of("referralRef", "starts with(?, \"shop-\")"), "true", "\"shops\"")
            .row(
                    "Nights, in French",
                    Map.of(
                            "localTime",
                            ">= time(\"22:00:00\"),< time(\"06:00:00\")",
                            "locale",
                            "starts with(?, \"fr\")"),
                    "true",
                    "\"nuit\"");

    static final EditedTable ROUTING = new EditedTable("routing")
            .row("The Page's own agent", Map.of("page", "\"2\""), "\"agent\"", "null", "\"bruno\"", "null", "1")
            .row(
                    "Complaints in public",
                    Map.of(
                            "campaign",
                            "\"sales\",\"service\"",
                            "kind",
                            "\"comment\"",
                            "text",
                            "contains(?, \"honte\")"),
                    "\"team\"",
                    "\"complaints\"",
                    "null",
                    "null",
                    "20")
            .row(
                    "Germans to who speaks German",
                    Map.of("locale", "starts with(?, \"de\")"),
                    "null",
                    "null",
                    "null",
                    "\"german\"",
                    "0")
            .row("The competition", Map.of("post", "\"1_77\""), "\"team\"", "\"marketing\"", "null", "null", "-5")
            .row(
                    "The spring's ad",
                    Map.of("referralSource", "\"ADS\"", "ad", "\"6045\""),
                    "\"team\"",
                    "\"sales\"",
                    "null",
                    "null",
                    "5")
            .row(
                    "Links of the shops at weekends and nights",
                    Map.of(
                            "referralRef",
                            "starts with(?, \"shop-\")",
                            "weekday",
                            "\"Saturday\",\"Sunday\"",
                            "localTime",
                            "not([time(\"09:00:00\")..time(\"18:00:00\")))"),
                    "\"ai\"",
                    "null",
                    "null",
                    "null",
                    "0");

    /**
     * One conversation that a table decides about.
     *
     * @param facts those in which it differs from a plain message of a Monday morning
     * @param expected the outputs, without those that are null
     */
    record Case(Map<String, @Nullable Object> facts, Map<String, Object> expected) {
        Map<String, @Nullable Object> all() {
            var all = new HashMap<String, @Nullable Object>();
            for (var absent : new String[] {"post", "referralSource", "referralRef", "ad", "locale"}) {
                all.put(absent, null);
            }
            all.putAll(Map.of(
                    "campaign", "default",
                    "page", "1",
                    "kind", "message",
                    "text", "bonjour",
                    "weekday", "Monday",
                    "localTime", "10:00:00"));
            all.putAll(facts);
            return all;
        }

        /** Whether the table said so; evaluators differ in the type of whole numbers. */
        boolean isMetBy(Map<String, Object> outputs) {
            var plain = new HashMap<String, Object>(outputs);
            plain.replaceAll((_, output) -> output instanceof Number number ? (Object) number.intValue() : output);
            return plain.equals(expected);
        }
    }

    static Stream<Case> listening() {
        return Stream.of(
                heard(Map.of(), "default"),
                heard(Map.of("page", "2", "text", "stop"), "second-page"),
                heard(Map.of("kind", "comment", "post", "1_77", "weekday", "Sunday"), "competition"),
                heard(Map.of("kind", "comment", "post", "1_78"), "default"),
                ignored(Map.of("kind", "comment", "post", "1_78", "weekday", "Sunday")),
                ignored(Map.of("kind", "comment", "weekday", "Saturday", "text", "du bio")),
                heard(Map.of("weekday", "Sunday"), "default"),
                heard(Map.of("text", "avez-vous du bio ?"), "organic"),
                heard(Map.of("text", "cours de biologie"), "default"),
                heard(Map.of("text", "commande 4711"), "orders"),
                heard(Map.of("text", "ma commande"), "default"),
                heard(Map.of("text", "ou est cp123fr"), "parcels"),
                heard(Map.of("text", "ou est cp123fr ?"), "default"),
                heard(Map.of("referralSource", "ADS", "ad", "6046"), "spring"),
                heard(Map.of("referralSource", "ADS", "ad", "6047"), "default"),
                heard(Map.of("referralSource", "SHORTLINK", "ad", "6046"), "default"),
                heard(Map.of("referralSource", "SHORTLINK", "referralRef", "shop-lyon"), "shops"),
                heard(Map.of("referralRef", "workshop-lyon"), "default"),
                heard(Map.of("localTime", "22:00:00", "locale", "fr_CA"), "nuit"),
                heard(Map.of("localTime", "00:00:00", "locale", "fr_FR"), "nuit"),
                heard(Map.of("localTime", "05:59:59", "locale", "fr_FR"), "nuit"),
                heard(Map.of("localTime", "06:00:00", "locale", "fr_FR"), "default"),
                heard(Map.of("localTime", "21:59:59", "locale", "fr_FR"), "default"),
                heard(Map.of("localTime", "23:00:00", "locale", "en_GB"), "default"),
                heard(Map.of("localTime", "23:00:00"), "default"),
                ignored(Map.of("text", "stop")),
                ignored(Map.of("text", "desabonner")),
                heard(Map.of("text", "please stop"), "default"),
                heard(Map.of("text", "stop", "kind", "comment"), "default"));
    }

    static Stream<Case> routing() {
        return Stream.of(
                routed(Map.of(), Map.of("priority", 0)),
                routed(Map.of("text", "c'est urgent !"), Map.of("priority", 10)),
                routed(
                        Map.of("page", "2", "text", "urgent"),
                        Map.of("target", "agent", "agent", "bruno", "priority", 1)),
                routed(
                        Map.of("campaign", "service", "kind", "comment", "text", "quelle honte, urgent"),
                        Map.of("target", "team", "team", "complaints", "priority", 20)),
                routed(Map.of("campaign", "service", "text", "quelle honte"), Map.of("priority", 0)),
                routed(Map.of("kind", "comment", "text", "quelle honte"), Map.of("priority", 0)),
                routed(Map.of("locale", "de_AT"), Map.of("expertise", "german", "priority", 0)),
                routed(
                        Map.of("post", "1_77", "kind", "comment"),
                        Map.of("target", "team", "team", "marketing", "priority", -5)),
                routed(
                        Map.of("referralSource", "ADS", "ad", "6045"),
                        Map.of("target", "team", "team", "sales", "priority", 5)),
                routed(Map.of("referralSource", "ADS", "ad", "6046"), Map.of("priority", 0)),
                routed(
                        Map.of("referralRef", "shop-lyon", "weekday", "Sunday", "localTime", "18:00:00"),
                        Map.of("target", "ai", "priority", 0)),
                routed(
                        Map.of("referralRef", "shop-lyon", "weekday", "Sunday", "localTime", "17:59:59"),
                        Map.of("priority", 0)),
                routed(
                        Map.of("referralRef", "shop-lyon", "weekday", "Monday", "localTime", "20:00:00"),
                        Map.of("priority", 0)));
    }

    private static Case heard(Map<String, @Nullable Object> facts, String campaign) {
        return new Case(facts, Map.of("listen", true, "campaign", campaign));
    }

    private static Case ignored(Map<String, @Nullable Object> facts) {
        return new Case(facts, Map.of("listen", false));
    }

    private static Case routed(Map<String, @Nullable Object> facts, Map<String, Object> expected) {
        return new Case(facts, expected);
    }

    /** The outputs of the table {@link #LISTENING}, without those that are null. */
    abstract Map<String, Object> listens(Map<String, @Nullable Object> facts);

    /** The outputs of the table {@link #ROUTING}, without those that are null. */
    abstract Map<String, Object> routes(Map<String, @Nullable Object> facts);

    @ParameterizedTest
    @MethodSource("listening")
    void listensWhereItsRowsSaySo(Case one) {
        assertThat(listens(one.all())).matches(one::isMetBy, one.expected().toString());
    }

    @ParameterizedTest
    @MethodSource("routing")
    void routesAsItsRowsSay(Case one) {
        assertThat(routes(one.all())).matches(one::isMetBy, one.expected().toString());
    }
}
